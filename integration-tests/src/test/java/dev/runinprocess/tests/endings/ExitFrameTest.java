package dev.runinprocess.tests.endings;

import static dev.runinprocess.tests.endings.Endings.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.protocol.ExitFrame;
import dev.runinprocess.internal.protocol.ResultFrame;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Spares;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A child that can do so sends its exit code as its last act, and whoever joins it does not wait for its process. */
@ExtendWith(LeavesNothing.class)
class ExitFrameTest {
    /** One seen alive behind its end is proof; that none is takes some. */
    private static final int CHILDREN = 10;

    private static final int FEW = 3;

    private static final ProcessOptions WITH_LAST_SLOT =
            Endings.QUIET.jvmArgs("--add-exports", "java.base/jdk.internal.access=ALL-UNNAMED");

    /** Sends all that a child sends, and stays. */
    static final class Lingering {
        private Lingering() {}

        public static void main(String[] args) throws Exception {
            ValueWriter result = new ValueWriter();
            result.write(Codecs.byteArray(), new byte[] {5});
            RawChild child =
                    RawChild.open(args).sayHello().readOrder().write(new ResultFrame(result.toPayload()).toRaw());
            new FileOutputStream(FileDescriptor.err).close();
            RawChild unused = child.write(new ExitFrame(0).toRaw());
            new CountDownLatch(1).await();
        }
    }

    /** The JVM waits 300 ms at its end for a thread that reads: long enough for its parent to find it alive, and to say when. */
    private static void makeTheEndSlow(Path fifo) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Thread reader = new Thread(() -> {
            try (FileInputStream in = new FileInputStream(fifo.toFile())) {
                int unused = in.read();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private static void addHook(Path file) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                System.err.println("said by a hook");
                Files.writeString(file, "written by a hook");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    @RunInProcess
    static int end(Path directory, boolean well) throws Exception {
        makeTheEndSlow(directory.resolve("fifo"));
        addHook(directory.resolve("hook"));
        directory.resolve("deleted").toFile().deleteOnExit();
        if (!well) {
            throw new IllegalStateException("not well");
        }
        return 1;
    }

    @RunInProcess
    static int exitAfterTheResult(int code) {
        Thread main = Thread.currentThread();
        new Thread(() -> {
                    try {
                        main.join();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    System.exit(code);
                })
                .start();
        return 1;
    }

    @RunInProcess
    static void keep(ProcessLock lock) {
        lock.lock();
    }

    /** Starts children until one is seen alive behind its end: what takes it long may take this process longer, on a busy machine. */
    private static boolean endsBeforeItsProcess(int children, Path directory, boolean well, ProcessOptions options)
            throws Exception {
        boolean seen = false;
        for (int i = 0; i < children && !seen; i++) {
            Path own = Files.createDirectory(directory.resolve(Integer.toString(i)));
            Files.createFile(own.resolve("deleted"));
            ChildProcess<Integer> child =
                    EndLauncher.call(own, well).options(options).start();
            Endings.assertEnded(child, well ? 0 : 1);
            seen = Await.isRunning(child.pid());
            assertThat(own.resolve("hook")).hasContent("written by a hook");
            assertThat(own.resolve("deleted")).doesNotExist();
            assertThat(child.capturedStderr().orElseThrow()).contains("said by a hook");
        }
        return seen;
    }

    @Test
    void join_returnsOnTheFrame_andWhatKillsTheProcessThen_changesNothing() throws Exception {
        ChildProcess<byte[]> child = HandMade.call(Lingering.class, new byte[1]).start();

        Endings.assertEnded(child, 0);
        assertThat(Await.isRunning(child.pid())).isTrue();
        Signals.send("KILL", child.pid());

        Await.end(child.pid());
        assertThat(child.exitCode()).hasValue(0);
        assertThat(child.get()).containsExactly(5);
    }

    @Test
    void childThatReturns_hasServedItsHooks_andEndsBeforeItsProcess(@TempDir Path directory) throws Exception {
        assertThat(endsBeforeItsProcess(CHILDREN, directory, true, WITH_LAST_SLOT))
                .isTrue();
    }

    @Test
    void childThatThrows_hasServedItsHooks_andEndsBeforeItsProcess(@TempDir Path directory) throws Exception {
        assertThat(endsBeforeItsProcess(CHILDREN, directory, false, WITH_LAST_SLOT))
                .isTrue();
    }

    /** It has the last slot without being asked: its start is nobody's time. The first of its kind is a new JVM, and has not. */
    @Test
    void childInAJvmThatWasStartedAhead_endsBeforeItsProcess(@TempDir Path directory) throws Exception {
        Spares spares = new Spares();
        ProcessOptions options = spares.options().stderr(Output.capture());
        Path first = Files.createDirectory(directory.resolve("first"));
        assertThat(endsBeforeItsProcess(1, first, true, options)).isFalse();

        boolean seen = false;
        for (int i = 0; i < CHILDREN && !seen; i++) {
            spares.await(2);
            seen = endsBeforeItsProcess(1, Files.createDirectory(directory.resolve("next" + i)), true, options);
        }
        assertThat(seen).isTrue();
    }

    @Test
    void childThatMayNotReachTheLastSlot_endsWithItsProcess(@TempDir Path directory) throws Exception {
        assertThat(endsBeforeItsProcess(FEW, directory, true, Endings.QUIET)).isFalse();
    }

    @Test
    void childWhoseJvmHasSomethingToSayAtItsEnd_endsWithItsProcess(@TempDir Path directory) throws Exception {
        ProcessOptions options = WITH_LAST_SLOT.jvmArgs("-Xlog:safepoint*=off");

        assertThat(endsBeforeItsProcess(FEW, directory, true, options)).isFalse();
    }

    @Test
    void childWhoseOutputIsCaptured_endsWithItsProcess(@TempDir Path directory) throws Exception {
        ProcessOptions options = WITH_LAST_SLOT.stdout(Output.capture());

        assertThat(endsBeforeItsProcess(FEW, directory, true, options)).isFalse();
    }

    @Test
    void exitAfterTheResult_hasItsOwnCode() throws Exception {
        ChildProcess<Integer> child =
                ExitAfterTheResultLauncher.call(7).options(WITH_LAST_SLOT).start();

        assertThat(child.get(SOON)).isEqualTo(1);
        Endings.assertEnded(child, 7);
    }

    /** Locks pass on with the process; so the child's end comes no sooner. */
    @Test
    void lockOfAChildThatHasEnded_isFreeAtOnce() throws Exception {
        ProcessLock lock = ProcessLock.create();

        Endings.assertEnded(KeepLauncher.call(lock).options(WITH_LAST_SLOT).start(), 0);

        assertThat(lock.tryLock()).isTrue();
        lock.unlock();
    }
}
