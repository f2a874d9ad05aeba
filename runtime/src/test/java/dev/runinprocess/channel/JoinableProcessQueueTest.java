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
import java.util.stream.Stream;
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

    @Test
    void redeliveringQueue_keepsWhatWasTaken_untilItIsDone() throws Exception {
        JoinableProcessQueue<byte[]> keeping =
                JoinableProcessQueue.of(byte[].class).redelivering();
        byte[] large = new byte[2_000_000];
        keeping.putAll(List.of(new byte[1], large, new byte[3]));
        byte[] first = keeping.take();
        byte[] second = keeping.take();
        List<byte[]> rest = new ArrayList<>();
        assertThat(keeping.drainTo(rest)).isEqualTo(1);
        assertThat(keeping).isEmpty();
        assertThat(second).hasSize(2_000_000);
        assertThat(kept(keeping)).isEqualTo(3);

        keeping.taskDone(second);
        assertThatIllegalStateException().isThrownBy(() -> keeping.taskDone(second));
        assertThatIllegalStateException().isThrownBy(() -> keeping.taskDone(new byte[1]));
        assertThat(kept(keeping)).isEqualTo(2);
        assertThat(keeping.join(SHORT)).isFalse();
        keeping.taskDone();
        assertThatIllegalStateException().isThrownBy(() -> keeping.taskDone(first));
        keeping.taskDone(rest.get(0));
        assertThat(keeping.join(SHORT)).isTrue();
        assertThat(kept(keeping)).isZero();
        assertThatIllegalStateException().isThrownBy(keeping::taskDone);
    }

    private static long kept(JoinableProcessQueue<?> keeping) {
        String[] files = keeping.queue().place().commons().directory().toFile().list();
        String prefix = "queue-" + Long.toHexString(keeping.queue().place().address()) + "-held-";
        return Stream.of(files == null ? new String[0] : files)
                .filter(name -> name.startsWith(prefix))
                .count();
    }

    @Test
    void taskDone_isForWhatTheThreadTookFirst_orElseForAnothers() throws Exception {
        JoinableProcessQueue<String> keeping = JoinableProcessQueue.of(String.class);
        keeping.redelivering().putAll(List.of("a", "b", "c"));
        assertThat(threads.submit(keeping::take).get()).isEqualTo("a");
        assertThat(keeping.take()).isEqualTo("b");
        assertThat(keeping.take()).isEqualTo("c");

        keeping.taskDone();
        assertThatIllegalStateException().isThrownBy(() -> keeping.taskDone("b"));
        keeping.taskDone("c");
        keeping.taskDone();
        assertThatIllegalStateException().isThrownBy(() -> keeping.taskDone("a"));
        assertThat(keeping.join(SHORT)).isTrue();
    }

    @Test
    void redelivering_isForWhoCreatesTheQueue() {
        queue.add(1);
        assertThatIllegalStateException().isThrownBy(queue::redelivering).withMessageContaining("before anything");
    }
}
