package dev.runinprocess.samples.testing;

import dev.runinprocess.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.jline.terminal.Terminal;

/**
 * One run of a sample in a JVM of its own, as a user starts it.
 *
 * @param stdout what it and its children printed
 * @param stderr what they printed to standard error
 * @param exitCode how it ended
 * @param leftBehind files in the directory for temporary files, and processes that use it
 */
public record SampleRun(String stdout, String stderr, int exitCode, List<String> leftBehind) {
    private static final long LIMIT_SECONDS = 90;

    /** Runs a sample, with all its files below an empty directory. */
    public static SampleRun of(Class<?> sample, Path scratch, String... arguments)
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(scratch.resolve("temporary"));
        Path stdout = scratch.resolve("stdout");
        Path stderr = scratch.resolve("stderr");
        Process process = new ProcessBuilder(command(sample, temporary, arguments))
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        sample + " did not end within " + LIMIT_SECONDS + " s: " + read(stdout) + read(stderr));
            }
        } finally {
            process.destroyForcibly();
        }
        List<String> leftBehind = new ArrayList<>(filesIn(temporary));
        leftBehind.addAll(processesOf(temporary));
        return new SampleRun(read(stdout), read(stderr), process.exitValue(), leftBehind);
    }

    private static List<String> command(Class<?> sample, Path temporary, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.io.tmpdir=" + temporary,
                "-Druninprocess.sharedDirectory=" + temporary,
                "-cp",
                location(sample)
                        + File.pathSeparator
                        + location(ChildProcess.class)
                        + File.pathSeparator
                        + location(ProgressBar.class)
                        + File.pathSeparator
                        + location(Terminal.class),
                sample.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has a URL that is none: " + e.getInput(), e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static List<String> filesIn(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(Path::toString).toList();
        }
    }

    /** A child names files of its launch on its command line. */
    private static List<String> processesOf(Path temporary) {
        return ProcessHandle.allProcesses()
                .map(process ->
                        process.pid() + " " + process.info().commandLine().orElse(""))
                .filter(process -> process.contains(temporary.toString()))
                .toList();
    }
}
