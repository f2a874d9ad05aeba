package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ExitAction;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The order in which a process's exit actions run. */
@ExtendWith(LeavesNothing.class)
final class ExitActionTest {
    @Test
    @Conformance("_TestFinalize.test_finalize")
    void actions_atTheChildsEnd_runOnceByPriorityAndLatestFirst(@TempDir Path directory) throws Exception {
        Path letters = directory.resolve("letters");

        ChildProcess<Void> child = RegisterAllLauncher.call(letters)
                .options(ProcessOptions.defaults().stderr(Output.capture()))
                .start();
        child.join();

        assertThat(child.exitCode()).hasValue(0);
        assertThat(letters).hasContent("a b d10 d03 d02 d01 e STOP");
        assertThat(child.capturedStderr())
                .hasValueSatisfying(text -> assertThat(text).contains("one that fails keeps no other from running"));
    }

    @Test
    @Conformance("_TestFinalize.test_thread_safety")
    void actions_registeredAndRunByManyThreads_runOnceEach() throws Exception {
        int all = 20_000;
        AtomicInteger ran = new AtomicInteger();
        Queue<ExitAction> actions = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> adding = threads.submit(() -> {
                for (int i = 0; i < all; i++) {
                    actions.add(Processes.atExit(i % 5, ran::incrementAndGet));
                }
            });
            Callable<Void> runningAll = () -> {
                while (ran.get() < all) {
                    for (ExitAction action = actions.poll(); action != null; action = actions.poll()) {
                        action.run();
                        action.run();
                    }
                }
                return null;
            };
            Future<Void> one = threads.submit(runningAll);
            Future<Void> other = threads.submit(runningAll);
            adding.get();
            one.get();
            other.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(ran).hasValue(all);
    }
}
