package dev.runinprocess.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The joinable queue among the threads of one process. */
final class JoinableProcessQueueTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JoinableProcessQueue<Integer> queue = JoinableProcessQueue.of(Integer.class);

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private Future<Boolean> join() {
        return threads.submit(() -> queue.join(Duration.ofSeconds(10)));
    }

    @Test
    void join_ofAQueueInWhichNothingWas_returnsAtOnce() throws Exception {
        queue.join();
        assertThatIllegalStateException().isThrownBy(queue::taskDone).withMessageContaining("more often");
    }

    @Test
    void join_waitsForWhatIsThere_andForWhatWasTaken() throws Exception {
        queue.putAll(List.of(1, 2, 3));
        Future<Boolean> joined = join();
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(queue.drainTo(new ArrayList<>(), 2)).isEqualTo(2);
        queue.taskDone();
        queue.taskDone();
        assertThatIllegalStateException().isThrownBy(queue::taskDone);
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(queue.poll()).isEqualTo(3);
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(joined.isDone()).isFalse();
        queue.taskDone();
        assertThat(joined.get(10, TimeUnit.SECONDS)).isTrue();
        queue.join();
    }

    @Test
    void join_waitsNotForWhatIsForgotten() throws Exception {
        queue.putAll(List.of(1, 2, 3));
        assertThat(queue.take()).isEqualTo(1);
        Future<Boolean> joined = join();
        queue.clear();
        assertThat(queue.join(SHORT)).isFalse();
        queue.add(4);
        queue.shutdownNow();
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(joined.isDone()).isFalse();
        queue.taskDone();
        assertThat(joined.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
