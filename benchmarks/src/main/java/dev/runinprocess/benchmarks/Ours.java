package dev.runinprocess.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** This library, on the JVM and the class path that this program runs on. */
final class Ours implements Peer {
    @Override
    public String name() {
        return "ours";
    }

    @Override
    public String description() {
        return "JDK " + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.name");
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public boolean compiles() {
        return true;
    }

    @Override
    public List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Measure.class.getName());
    }
}
