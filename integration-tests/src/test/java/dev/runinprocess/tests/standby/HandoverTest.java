package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Spares;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM that was started ahead is sent before it has accepted. */
@ExtendWith(LeavesNothing.class)
final class HandoverTest {
    private static final int SPARES = 2;

    /** Their names are more than a pipe holds. */
    private static final int MANY = 5000;

    private static final int ARGUMENT_BYTES = 2000;

    private final Spares spares = new Spares();

    @TempDir
    private Path directory;

    @AfterEach
    void preloadNothing() {
        Processes.preload(List.of());
    }

    @Test
    void taskLargerThanThePipe_isNotWrittenToASpareThatIsStopped() throws Exception {
        Processes.preload(Collections.nCopies(MANY, "java.lang.String"));
        increment(spares.options()).join();
        spares.await(SPARES).forEach(pid -> Signals.send("STOP", pid));

        ChildProcess<Integer> child = increment(spares.options());

        assertThat(child.get()).isEqualTo(2);
        child.join();
    }

    private static ChildProcess<Integer> increment(ProcessOptions options) {
        return IncrementLauncher.call(1).options(options).start();
    }

    @Test
    void spareThatIsStopped_isEndedWithWhatItHasStarted() throws Exception {
        Processes.preload(List.of("dev.runinprocess.tests.standby.Preloaded$StartingAProgram"));
        ProcessOptions options = spares.options().workingDirectory(directory);
        increment(options).join();
        Set<Long> before = spares.await(SPARES);
        List<ProcessHandle> programs = before.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(ProcessHandle::children)
                .toList();
        assertThat(programs).hasSize(SPARES);
        before.forEach(pid -> Signals.send("STOP", pid));

        increment(options).join();

        programs.forEach(program -> Await.end(program.pid()));
    }

    /** It may be the launcher that is dead, and not the JVM. */
    @Test
    void launcherOfTheUsersOwn_getsNoTaskBeforeItsJvmHasAccepted() throws Exception {
        ProcessOptions options = spares.options().javaExecutable(launcherThatStaysBefore(directory));
        increment(options).join();
        Set<Long> launchers = spares.await(SPARES);
        for (long launcher : launchers) {
            Signals.send("STOP", jvmBehind(launcher));
        }

        ChildProcess<Integer> child =
                LengthLauncher.call(new byte[ARGUMENT_BYTES]).options(options).start();

        assertThat(child.get()).isEqualTo(ARGUMENT_BYTES);
        child.join();
        for (long launcher : launchers) {
            long jvm = jvmBehind(launcher);
            assertThat(bytesSentTo(jvm)).isLessThan(ARGUMENT_BYTES);
            Signals.send("CONT", jvm);
        }
    }

    @Test
    void twoThatDoNotAnswerInTime_areNotFollowedByAThird() throws Exception {
        ProcessOptions options = spares.options().javaExecutable(launcherThatStaysBefore(directory));
        increment(options).join();
        Set<Long> slow = spares.await(SPARES);
        for (long launcher : slow) {
            Signals.send("STOP", jvmBehind(launcher));
        }
        increment(options).join();
        increment(options).join();
        slow.forEach(Await::end);
        Set<Long> others = spares.await(SPARES);

        ChildProcess<Integer> child = increment(options);

        assertThat(child.get()).isEqualTo(2);
        child.join();
        assertThat(others).doesNotContain(child.pid());
        for (long launcher : slow) {
            Signals.send("CONT", jvmBehind(launcher));
        }
    }

    /** As a container's or another user's would, it has somebody else start the JVM. */
    private static String launcherThatStaysBefore(Path directory) throws IOException {
        Path script = directory.resolve("java");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(
                script,
                "#!/bin/sh\nfile='" + directory + "'/jvm-$$\n(exec '" + java + "' \"$@\" & echo $! > $file)\n"
                        + "while kill -0 $(cat $file); do sleep 0.02; done\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private long jvmBehind(long launcher) throws IOException {
        Path file = directory.resolve("jvm-" + launcher);
        Await.file(file);
        return Long.parseLong(Files.readString(file).strip());
    }

    /** The most that any of its pipes holds. */
    private static int bytesSentTo(long pid) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.mapToInt(HandoverTest::bytesIn).max().orElse(0);
        }
    }

    private static int bytesIn(Path descriptor) {
        if (Files.isRegularFile(descriptor)) {
            return 0;
        }
        // To read only, it would wait for a writer.
        try (RandomAccessFile pipe = new RandomAccessFile(descriptor.toFile(), "rw");
                FileInputStream in = new FileInputStream(pipe.getFD())) {
            return in.available();
        } catch (IOException e) {
            // It is no pipe.
            return 0;
        }
    }
}
