package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ends of pipes that were given to calls: nobody holds them once a call has ended that never began. */
@ExtendWith(LeavesNothing.class)
final class LostArgumentsTest {
    private final OneWayPipe<String> pipe = OneWayPipe.of(String.class);

    private void nobodyHoldsTheSource() {
        pipe.source().close();
        Await.until("nobody is at the other end", () -> {
            try {
                pipe.sink().send("to whom");
                return false;
            } catch (ChannelClosedException e) {
                return true;
            }
        });
        pipe.close();
    }

    @Test
    void callThatIsCancelledBeforeItBegins_holdsNothing(@TempDir Path directory) throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            PoolTask<Void> running = pool.submit(StayLauncher.call(directory.resolve("here")));
            Await.file(directory.resolve("here"));
            PoolTask<Boolean> task = pool.submit(IsAtTheEndLauncher.call(pipe.source()));

            task.cancel(true);
            nobodyHoldsTheSource();

            running.cancel(true);
            assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void callThatIsRejected_holdsNothing() {
        ProcessPool pool = ProcessPool.of(1);
        pool.close();
        assertThatThrownBy(() -> pool.submit(IsAtTheEndLauncher.call(pipe.source())))
                .isInstanceOf(RejectedExecutionException.class);
        nobodyHoldsTheSource();
    }

    @Test
    void callWhoseWorkerDiesBeforeItReads_holdsNothing() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            long pid = pool.call(WorkerPidLauncher.call());
            Signals.send("STOP", pid);
            PoolTask<Boolean> task = pool.submit(IsAtTheEndLauncher.call(pipe.source()));
            pool.shutdownNow();

            assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
            nobodyHoldsTheSource();
            Signals.send("CONT", pid);
        }
    }
}
