package dev.runinprocess.tests.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.StartMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The extension for tests whose parent is the test's own JVM: after each, no child is alive, and the session directory holds
 * nothing of any launch. Before each, there is a JVM that was started ahead if launches without options take those.
 */
public final class LeavesNothing implements BeforeEachCallback, AfterEachCallback {
    /** The first launch of a kind spawns, so that no task of a test would meet a spare otherwise. */
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        if (Processes.startMethod() == StartMethod.STANDBY && Processes.spares() == 0) {
            PrepareLauncher.start().join();
            Await.until("there is a spare", () -> Processes.spares() > 0);
        }
    }

    @RunInProcess
    static void prepare() {
        // It ends.
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Await.untilAsserted(() -> {
            assertThat(Processes.activeChildren()).as("children alive").isEmpty();
            assertThat(javaProcesses()).as("processes left behind").isEmpty();
            assertThat(launchFiles()).as("files left behind").isEmpty();
        });
    }

    /** Not the short runs of mkfifo, which are made ahead; nor JVMs that wait for a task. */
    private static List<String> javaProcesses() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
            return children.map(child -> child.info().commandLine().orElse(""))
                    .filter(command -> command.contains(".args"))
                    .filter(command -> !command.contains(Spares.MAIN))
                    .toList();
        }
    }

    /** Fifos are made ahead; all else belongs to a launch. */
    private static List<Path> launchFiles() {
        return OwnSessions.directories().stream()
                .flatMap(session -> launchFiles(session).stream())
                .toList();
    }

    private static List<Path> launchFiles(Path session) {
        try (Stream<Path> files = Files.list(session)) {
            return files.filter(file ->
                            file.toString().endsWith(".args") || file.toString().endsWith(".hs_err"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
