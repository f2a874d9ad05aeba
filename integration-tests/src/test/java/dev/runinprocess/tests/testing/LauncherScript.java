package dev.runinprocess.tests.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A {@code java} launcher that is a shell script: it does something first, and becomes the real one. */
public final class LauncherScript {
    private LauncherScript() {}

    /** Writes one. */
    public static Path write(Path directory, String first) {
        Path script = directory.resolve("java");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            Files.writeString(script, "#!/bin/sh\n" + first + "\nexec '" + java + "' \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return script;
    }
}
