package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A started child's handle: ending it, waiting for it, letting go of it. */
@ExtendWith(LeavesNothing.class)
final class ControlTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    @Conformance("_TestProcess.test_interrupt")
    void interrupt_aSleepingTask_endsItAsAnUncaughtException() throws Exception {
        endsWith(1, ChildProcess::interrupt);
    }

    @Test
    @Conformance("_TestProcess.test_terminate")
    void terminate_aSleepingTask_endsItWithTheCodeOfSigterm() throws Exception {
        endsWith(143, ChildProcess::terminate);
    }

    @Test
    @Conformance("_TestProcess.test_kill")
    void kill_aSleepingTask_endsItWithTheCodeOfSigkill() throws Exception {
        endsWith(137, ChildProcess::kill);
    }

    private void endsWith(int code, Consumer<ChildProcess<?>> end) throws Exception {
        Path here = directory.resolve("here");
        ChildProcess<Void> child = SleepLongLauncher.call(here)
                .options(ProcessOptions.defaults().stderr(Output.discard()))
                .start();
        assertThat(child.isAlive()).isTrue();
        assertThat(Processes.activeChildren()).contains(child);
        assertThat(child.exitCode()).isEmpty();
        assertThat(child.join(Duration.ZERO)).isFalse();
        assertThat(child.join(Duration.ofSeconds(-1))).isFalse();
        assertThat(child.isAlive()).isTrue();
        Await.file(here);

        end.accept(child);

        assertThat(child.join(LIMIT)).isTrue();
        child.join();
        assertThat(child.isAlive()).isFalse();
        assertThat(Processes.activeChildren()).doesNotContain(child);
        assertThat(child.exitCode()).hasValue(code);
    }

    @Test
    @Conformance("_TestProcess.test_active_children")
    void activeChildren_holdsAChildFromItsStartToItsEnd() throws Exception {
        Path go = directory.resolve("go");
        ChildProcess<Void> child = UntilFileLauncher.process(go);
        assertThat(Processes.activeChildren()).doesNotContain(child);

        child.start();
        assertThat(Processes.activeChildren()).contains(child);

        Files.createFile(go);
        child.join();
        assertThat(Processes.activeChildren()).doesNotContain(child);
    }

    @Test
    @Conformance("_TestProcess.test_sentinel")
    void onExit_completesAtTheEnd() throws Exception {
        Path go = directory.resolve("go");
        ChildProcess<Void> child = UntilFileLauncher.process(go);
        assertThatIllegalStateException().isThrownBy(child::onExit);

        child.start();
        CompletableFuture<ChildProcess<Void>> exit = child.onExit();
        assertThat(exit).isNotDone();

        Files.createFile(go);
        child.join();
        assertThat(exit.get(1, TimeUnit.SECONDS)).isSameAs(child);
    }

    @Test
    @Conformance("_TestProcess.test_close")
    void close_onlyOnceEnded_refusesAllElse() throws Exception {
        Path go = directory.resolve("go");
        ChildProcess<Void> child = UntilFileLauncher.start(go);
        assertThatIllegalStateException().isThrownBy(child::close);
        assertThat(child.isAlive()).isTrue();

        Files.createFile(go);
        child.join();
        assertThat(child.exitCode()).hasValue(0);
        child.close();
        ChildProcess<Void> closed = child;
        assertThatIllegalStateException().isThrownBy(closed::isAlive);
        assertThatIllegalStateException().isThrownBy(closed::join);
        assertThatIllegalStateException().isThrownBy(closed::terminate);
        child.close();
    }

    @Test
    @Conformance("_TestProcess.test_close")
    void handle_thatNobodyHolds_isCollected() throws Exception {
        WeakReference<ChildProcess<Integer>> handle = endedChild();

        Await.until("the handle is collected", () -> {
            System.gc();
            return handle.get() == null;
        });
    }

    private static WeakReference<ChildProcess<Integer>> endedChild() throws Exception {
        ChildProcess<Integer> child = SumLauncher.start(new int[] {1, 2});
        child.join();
        child.close();
        return new WeakReference<>(child);
    }

    @Test
    @Conformance("_TestProcess.test_lose_target_ref")
    void arguments_onceStarted_areNotKept() throws Exception {
        int @Nullable [] numbers = {2, 3};
        WeakReference<int[]> reference = new WeakReference<>(numbers);
        ChildProcess<Integer> child = SumLauncher.start(numbers);
        numbers = null;
        child.join();

        Await.until("the argument is collected", () -> {
            System.gc();
            return reference.get() == null;
        });
        assertThat(child.get()).isEqualTo(5);
    }
}
