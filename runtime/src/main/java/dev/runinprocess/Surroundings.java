package dev.runinprocess;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The part of {@link ProcessOptions} about what the child finds around it. */
record Surroundings(Map<String, String> environment, Optional<Path> workingDirectory, Output stdout, Output stderr) {
    static final Surroundings DEFAULT =
            new Surroundings(Map.of(), Optional.empty(), Output.inherit(), Output.inherit());
}
