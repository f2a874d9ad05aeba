package dev.runinprocess.tests.sync;

import static dev.runinprocess.tests.sync.BarrierTasks.BROKEN;
import static dev.runinprocess.tests.sync.BarrierTasks.LONG;
import static dev.runinprocess.tests.sync.BarrierTasks.OTHER;
import static dev.runinprocess.tests.sync.BarrierTasks.PASSED;
import static dev.runinprocess.tests.sync.BarrierTasks.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.sync.ProcessBarrier;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.sync.BarrierTasks.CountRuns;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Barriers of five parties: four children and their parent. */
@ExtendWith(LeavesNothing.class)
final class BarrierTest {
    private static final int PARTIES = 5;
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Runs the same in four children and here; what all of them returned. */
    private static <T extends @Nullable Object> List<T> together(Call<T> there, Callable<T> here) throws Exception {
        List<ChildProcess<T>> children = new ArrayList<>();
        for (int i = 1; i < PARTIES; i++) {
            children.add(there.start());
        }
        List<T> results = new ArrayList<>();
        results.add(here.call());
        for (ChildProcess<T> child : children) {
            results.add(child.get(LONG));
        }
        return results;
    }

    /** All outcomes of the parties, in order: how often each was had is what counts. */
    private static List<String> all(List<List<String>> outcomes) {
        return outcomes.stream().flatMap(List::stream).sorted().toList();
    }

    private static List<String> times(int count, String outcome) {
        return Collections.nCopies(count, outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    @Conformance("_TestBarrier.test_barrier")
    @Conformance("_TestBarrier.test_barrier_10")
    void parties_goInStep(int passes) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, LONG);
        SharedInt before = SharedInt.create(0);
        SharedInt after = SharedInt.create(0);

        var unused = together(GoInStepLauncher.call(barrier, before, after, passes), () -> {
            BarrierTasks.goInStep(barrier, before, after, passes);
            return null;
        });

        assertThat(before.get()).isEqualTo(PARTIES * passes);
        assertThat(barrier.getNumberWaiting()).isZero();
        assertThat(barrier.isBroken()).isFalse();
    }

    @Test
    @Conformance("_TestBarrier.test_wait_return")
    void parties_haveDifferentPlaces() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, LONG);

        assertThat(together(ArriveLauncher.call(barrier), barrier::await)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    @Conformance("_TestBarrier.test_action")
    void action_hasRunOnce_whenPartiesGoOn() throws Exception {
        SharedInt runs = SharedInt.create(0);
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, new CountRuns(runs), CountRunsCodec.INSTANCE, LONG);

        assertThat(together(ArriveAndLookLauncher.call(barrier, runs), () -> BarrierTasks.arriveAndLook(barrier, runs)))
                .containsOnly(1);
        assertThat(runs.get()).isEqualTo(1);
    }

    @Test
    void action_runsInTheChild_thatArrivesLast() throws Exception {
        SharedInt runs = SharedInt.create(0);
        ProcessBarrier barrier = ProcessBarrier.create(2, new CountRuns(runs), CountRunsCodec.INSTANCE, LONG);
        ChildProcess<Integer> child = ArriveLauncher.start(barrier);

        int place = barrier.await();

        assertThat(place + child.get(LONG)).isEqualTo(1);
        assertThat(runs.get()).isEqualTo(1);
    }

    @Test
    @Conformance("_TestBarrier.test_abort")
    void abort_letsNobodyPass() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, LONG);

        assertThat(all(together(AbortOnceLauncher.call(barrier), () -> BarrierTasks.abortOnce(barrier))))
                .containsExactly(BROKEN, BROKEN, BROKEN, BROKEN, OTHER);
        assertThat(barrier.isBroken()).isTrue();
    }

    @Test
    @Conformance("_TestBarrier.test_reset")
    void reset_breaksThoseWhoWait_andNobodyAfter() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, LONG);

        List<String> outcomes = all(together(ResetOnceLauncher.call(barrier), () -> BarrierTasks.resetOnce(barrier)));

        assertThat(outcomes).filteredOn(BROKEN::equals).hasSize(PARTIES - 1);
        assertThat(outcomes).filteredOn(PASSED::equals).hasSize(PARTIES);
    }

    @Test
    @Conformance("_TestBarrier.test_abort_and_reset")
    void brokenBarrier_isUsableAfterReset() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, LONG);
        ProcessBarrier second = ProcessBarrier.create(PARTIES, LONG);

        List<String> outcomes = all(together(
                AbortAndResetLauncher.call(barrier, second), () -> BarrierTasks.abortAndReset(barrier, second)));

        assertThat(outcomes).filteredOn(BROKEN::equals).hasSize(PARTIES - 1);
        assertThat(outcomes).filteredOn(PASSED::equals).hasSize(PARTIES);
    }

    @Test
    @Conformance("_TestBarrier.test_timeout")
    void timeOver_breaksIt_forTheLateOneToo() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, LONG);

        // As in CyclicBarrier, the one whose time was over first learns just that.
        assertThat(all(together(BeLateLauncher.call(barrier, SHORT), () -> BarrierTasks.beLate(barrier, SHORT))))
                .containsExactly(BROKEN, BROKEN, BROKEN, BROKEN, TIMED_OUT);
    }

    @Test
    @Conformance("_TestBarrier.test_default_timeout")
    void limitOfTheBarrier_breaksIt_forTheLateOneToo() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, SHORT);

        assertThat(all(together(
                        BeLateForTheDefaultLauncher.call(barrier), () -> BarrierTasks.beLateForTheDefault(barrier))))
                .isEqualTo(times(PARTIES, BROKEN));
    }

    @Test
    @Conformance("_TestBarrier.test_single_thread")
    void oneParty_neverWaits() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(1);

        assertThat(barrier.await()).isZero();
        assertThat(barrier.await()).isZero();
        assertThat(ArriveLauncher.invoke(barrier)).isZero();
    }

    @Test
    @Conformance("_TestBarrier.test_thousand")
    void thousandPasses_comeInOrder() throws Exception {
        int passes = 1_000;
        ProcessBarrier barrier = ProcessBarrier.create(PARTIES, LONG);
        ProcessLock lock = ProcessLock.create();
        SharedInt length = SharedInt.create(0);
        try (SharedIntArray written = SharedIntArray.create((long) passes * PARTIES)) {
            var unused = together(WritePassesLauncher.call(barrier, lock, length, written), () -> {
                BarrierTasks.writePasses(barrier, lock, length, written);
                return null;
            });

            for (int i = 0; i < passes * PARTIES; i++) {
                assertThat(written.get(i)).as("number " + i).isEqualTo(i / PARTIES);
            }
        }
    }

    @Test
    void killedWaiter_breaksTheBarrier() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(3, LONG);
        ChildProcess<Integer> victim = ArriveLauncher.start(barrier);
        Await.until("the child waits", () -> barrier.getNumberWaiting() == 1);
        ChildProcess<Integer> other = ArriveLauncher.start(barrier);
        Await.until("the other waits", () -> barrier.getNumberWaiting() == 2);

        victim.kill();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> other.get(LONG))
                .withCauseInstanceOf(BrokenBarrierException.class);
        assertThat(barrier.isBroken()).isTrue();
        assertThat(victim.join(LONG)).isTrue();
    }
}
