package dev.runinprocess.tests.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line of {@code java} as a user could type it. Its session's files go to a directory of the test's own; it is quick to start rather than
 * quick to run.
 */
public final class JavaProgram {
    private static final String JVM_NOTE = "Picked up ";

    private final Path sessions;
    private final List<String> launcher = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path javaHome = Path.of(System.getProperty("java.home"));
    private Path directory;

    private JavaProgram(Path sessions) {
        this.sessions = sessions;
        this.directory = sessions;
    }

    /** A program whose session and shared directories are made in the directory given, which exists and is its working directory. */
    public static JavaProgram in(Path sessions) {
        return new JavaProgram(sessions)
                .with("-Druninprocess.temporaryDirectory=" + sessions, "-Druninprocess.sharedDirectory=" + sessions)
                .with("-Xmx256m", "-XX:TieredStopAtLevel=1");
    }

    /** Adds words of the command line: options, then the main class or jar, then arguments. */
    public JavaProgram with(Object... more) {
        for (Object word : more) {
            words.add(word.toString());
        }
        return this;
    }

    /** Sets the run-time image. */
    public JavaProgram javaHome(Path home) {
        javaHome = home;
        return this;
    }

    /** Has a shell script start it by {@code "$@"}, after what else the script does in the working directory. */
    public JavaProgram byScript(String script) {
        launcher.addAll(List.of("sh", "-e", "-c", script, "sh"));
        return this;
    }

    /** Sets the working directory. */
    public JavaProgram directory(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    /** Sets an environment variable. */
    public JavaProgram environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts it, with the last words of its command line. */
    public RunningProgram start(Object... last) {
        List<String> command = new ArrayList<>(launcher);
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(words);
        for (Object word : last) {
            command.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        try {
            return RunningProgram.of(builder.start());
        } catch (IOException e) {
            throw new IllegalStateException("cannot start " + command, e);
        }
    }

    /**
     * Runs it to its end, which is to be code 0 with nothing on standard error but the notes that a JVM makes of its environment, and returns its standard
     * output.
     *
     * @param last the last words of its command line
     */
    public String run(Object... last) {
        try (RunningProgram program = start(last)) {
            int exitCode = program.awaitExit();
            assertThat(program.stderr().lines().filter(line -> !line.contains(JVM_NOTE)))
                    .as("standard error")
                    .isEmpty();
            assertThat(exitCode).as("exit code").isZero();
            Leftovers.in(sessions).assertNone();
            return program.stdout();
        }
    }
}
