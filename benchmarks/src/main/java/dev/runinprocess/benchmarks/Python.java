package dev.runinprocess.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Python's {@code multiprocessing}, by the module beside the script that compares. */
final class Python implements Peer {
    private static final Path OWN_ENVIRONMENT = Path.of("benchmarks/target/python/bin/python3");

    private final String interpreter = Files.isExecutable(OWN_ENVIRONMENT) ? OWN_ENVIRONMENT.toString() : "python3";

    @Override
    public String name() {
        return "python";
    }

    @Override
    public String description() {
        return version().map(version -> "Python " + version).orElse("Python, which is not installed");
    }

    @Override
    public Optional<String> missing() {
        return version().isPresent() ? Optional.empty() : Optional.of("not installed");
    }

    private Optional<String> version() {
        try {
            Process process = new ProcessBuilder(
                            interpreter, "-c", "import multiprocessing, platform; print(platform.python_version())")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.onExit().join().exitValue() == 0 ? Optional.of(version) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // There is no such program.
        }
    }

    /** As a module, so that its children find it compiled; {@code env} because a variable would stay with other peers, too. */
    @Override
    public boolean compiles() {
        return false;
    }

    @Override
    public List<String> command() {
        return List.of(
                "env",
                "-u",
                "PYTHONDONTWRITEBYTECODE",
                "PYTHONPATH=benchmarks/peers",
                interpreter,
                "-m",
                "python_multiprocessing");
    }
}
