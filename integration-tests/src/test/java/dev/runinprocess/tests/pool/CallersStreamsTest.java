package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pool's results among streams and futures of its caller's. */
@ExtendWith(LeavesNothing.class)
final class CallersStreamsTest {
    private static final int MOST_AHEAD = 1024;

    @Test
    void parallelStreamOfTheCallers_maySubmitAndCombine() {
        List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
        try (ProcessPool pool = ProcessPool.of(2)) {
            List<Integer> results = inputs.parallelStream()
                    .map(x -> pool.submit(SquareLauncher.call(x))
                            .thenCombine(pool.submit(SquareLauncher.call(1)), Integer::sum))
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(results).isEqualTo(inputs.stream().map(x -> x * x + 1).toList());
        }
    }

    @Test
    void streamWithATaskThatFails_failsAtThatStep_andGoesOn() {
        try (ProcessPool pool = ProcessPool.of(2);
                Stream<Integer> stream = pool.stream(x -> FailOnLauncher.call(1, x), List.of(0, 1, 2))) {
            Iterator<Integer> steps = stream.iterator();
            assertThat(steps.next()).isZero();
            assertThatThrownBy(steps::next)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isExactlyInstanceOf(IllegalStateException.class);
            assertThat(steps.next()).isEqualTo(2);
            assertThat(steps.hasNext()).isFalse();
        }
    }

    @Test
    void stream_takesNoMoreInputsThanItNeeds() {
        AtomicInteger taken = new AtomicInteger();
        Iterable<Integer> inputs =
                () -> IntStream.generate(taken::incrementAndGet).iterator();
        try (ProcessPool pool = ProcessPool.of(2);
                Stream<Integer> stream = pool.stream(SquareLauncher::call, inputs)) {
            assertThat(stream.limit(10)).hasSize(10);
        }
        assertThat(taken).hasValueLessThanOrEqualTo(10 + MOST_AHEAD);
    }

    @Test
    void closedPool_hasCompletedItsFutures() {
        for (int round = 0; round < 5; round++) {
            ProcessPool pool = ProcessPool.of(1);
            List<PoolTask<Integer>> tasks = IntStream.range(0, 50)
                    .mapToObj(x -> pool.submit(SquareLauncher.call(x)))
                    .toList();
            pool.close();
            for (int x = 0; x < 50; x++) {
                assertThat(tasks.get(x)).isCompletedWithValue(x * x);
            }
        }
    }

    @Test
    void poolThatIsShutDown_hasCompletedItsFutures() throws Exception {
        ProcessPool pool = ProcessPool.of(1);
        List<PoolTask<Integer>> tasks = IntStream.range(0, 50)
                .mapToObj(x -> pool.submit(SquareLauncher.call(x)))
                .toList();
        pool.shutdownNow();
        pool.close();
        assertThat(tasks).allMatch(PoolTask::isDone);
    }
}
