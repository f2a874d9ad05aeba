package dev.runinprocess.tests.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the processes of a {@link ParentProgram} have left behind. Each child names a file of its session on its command line, and so
 * the directory of its test.
 */
public final class Leftovers {
    private static final String SESSIONS = "runinprocess-";

    private final Path directory;

    private Leftovers(Path directory) {
        this.directory = directory;
    }

    /** Of the programs that were given this directory. */
    public static Leftovers in(Path directory) {
        return new Leftovers(directory);
    }

    /** Waits until there are none. */
    public void assertNone() {
        Await.untilAsserted(() -> {
            assertThat(processes()).as("processes left behind").isEmpty();
            assertThat(files()).as("files left behind").isEmpty();
        });
    }

    /** Waits until no process is left; files may be. */
    public void assertNoProcesses() {
        Await.untilAsserted(
                () -> assertThat(processes()).as("processes left behind").isEmpty());
    }

    /** The processes that run, by id and command line. */
    public List<String> processes() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(
                            process -> process.pid() != ProcessHandle.current().pid())
                    .filter(process -> commandLine(process.pid()).contains(directory.toString()))
                    .map(process -> process.pid() + " " + commandLine(process.pid()))
                    .toList();
        }
    }

    /** The session directories that exist, with all that is in them. */
    public List<Path> files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> directory.relativize(file).toString().contains(SESSIONS))
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            // A directory vanished while it was walked: whoever asks in a loop asks again.
            return List.of(directory);
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
