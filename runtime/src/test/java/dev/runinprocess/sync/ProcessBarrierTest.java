package dev.runinprocess.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The barrier among the threads of one process. */
final class ProcessBarrierTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static volatile Runnable does = () -> {};

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    record Count(String name) implements Runnable {
        @Override
        public void run() {
            RUNS.incrementAndGet();
            does.run();
        }
    }

    private static final class CountCodec implements Codec<Count> {
        private static final CountCodec INSTANCE = new CountCodec();

        @Override
        public void write(ValueWriter out, Count value) {
            out.write(Codecs.string(), value.name());
        }

        @Override
        public Count read(ValueReader in) {
            return new Count(in.read(Codecs.string()));
        }
    }

    @Test
    void rounds_giveEachPartyItsPlace_andBeginAgain() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(3);
        for (int round = 0; round < 100; round++) {
            Set<Integer> places = new HashSet<>();
            List<Future<Integer>> others =
                    List.of(threads.submit(() -> barrier.await()), threads.submit(() -> barrier.await()));
            places.add(barrier.await(LONG));
            for (Future<Integer> each : others) {
                places.add(each.get(10, TimeUnit.SECONDS));
            }
            assertThat(places).containsExactlyInAnyOrder(0, 1, 2);
        }
        assertThat(barrier.getNumberWaiting()).isZero();
        assertThat(barrier.isBroken()).isFalse();
        assertThat(barrier.getParties()).isEqualTo(3);
    }

    @Test
    void oneParty_neverWaits() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(1);
        assertThat(barrier.await()).isZero();
        assertThat(barrier.await(0, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void parties_stayInStep_overManyRounds() throws Exception {
        int parties = 4;
        int rounds = 5_000;
        ProcessBarrier barrier = ProcessBarrier.create(parties);
        int[] reached = new int[parties];
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < parties; i++) {
            int self = i;
            all.add(threads.submit(() -> {
                for (int round = 1; round <= rounds; round++) {
                    reached[self] = round;
                    barrier.await();
                    for (int each : reached) {
                        assertThat(each).isEqualTo(round);
                    }
                    barrier.await();
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void moreThreadsThanParties_meetInAnyCombination() throws Exception {
        does = () -> {};
        RUNS.set(0);
        ProcessBarrier barrier = ProcessBarrier.create(2, new Count("a"), CountCodec.INSTANCE);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(threads.submit(() -> {
                for (int round = 0; round < 2_500; round++) {
                    barrier.await();
                }
                return null;
            }));
        }
        // The last one or two may find nobody to meet.
        await().atMost(LONG).until(() -> all.stream().filter(Future::isDone).count() >= 3);
        barrier.abort();
        assertThat(RUNS.get()).isBetween(3_750, 5_000);
    }

    @Test
    void timeOver_breaksTheBarrier_forTheLateOneToo() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(3);
        Future<Integer> other = waiter(barrier);
        assertThatThrownBy(() -> barrier.await(SHORT)).isInstanceOf(TimeoutException.class);
        assertBroken(other);
        assertThat(barrier.isBroken()).isTrue();
        assertThat(barrier.getNumberWaiting()).isZero();
        assertThat(barrier).hasToString("ProcessBarrier[broken, parties=3]");
        assertThatThrownBy(barrier::await)
                .isInstanceOf(BrokenBarrierException.class)
                .hasMessageContaining("time");
        assertThatThrownBy(() -> barrier.await(SHORT)).isInstanceOf(BrokenBarrierException.class);
    }

    @Test
    void limitOfTheBarrier_breaksIt_unlessTheCallHasItsOwn() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(2, SHORT);
        Future<Integer> patient = threads.submit(() -> barrier.await(LONG));
        await().until(() -> barrier.getNumberWaiting() == 1);
        assertThat(barrier.await()).isZero();
        assertThat(patient.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThatThrownBy(barrier::await)
                .isInstanceOf(BrokenBarrierException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void interrupt_breaksTheBarrier_beforeAndWhileWaiting() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(3);
        Future<Integer> other = waiter(barrier);
        Thread.currentThread().interrupt();
        assertThatThrownBy(barrier::await).isInstanceOf(InterruptedException.class);
        assertBroken(other);
        barrier.reset();

        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Future<Integer> interrupted = threads.submit(() -> {
            thread.complete(Thread.currentThread());
            return barrier.await();
        });
        await().until(() -> barrier.getNumberWaiting() == 1);
        Future<Integer> second = threads.submit(() -> barrier.await());
        await().until(() -> barrier.getNumberWaiting() == 2);
        thread.join().interrupt();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> interrupted.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(InterruptedException.class);
        assertBroken(second);
    }

    @Test
    void abortAndReset_breakThoseWhoWait_andResetMendsTheBarrier() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(2);
        Future<Integer> aborted = waiter(barrier);
        barrier.abort();
        assertBroken(aborted);
        barrier.abort();
        assertThatThrownBy(barrier::await)
                .isInstanceOf(BrokenBarrierException.class)
                .hasMessageContaining("aborted");
        barrier.reset();
        assertThat(barrier.isBroken()).isFalse();

        Future<Integer> reset = waiter(barrier);
        barrier.reset();
        assertBroken(reset);
        assertThat(barrier.isBroken()).isFalse();
        barrier.reset();

        Future<Integer> fine = waiter(barrier);
        assertThat(barrier.await()).isZero();
        assertThat(fine.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    /** Those who are fast to come again meet the next round, whole, however slow the one who resets is. */
    @Test
    void reset_isOneStep_forThoseWhoComeAgainAtOnce() throws Exception {
        for (int round = 0; round < 100; round++) {
            ProcessBarrier barrier = ProcessBarrier.create(4, LONG);
            List<Future<Integer>> comingAgain = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                comingAgain.add(threads.submit(() -> {
                    assertThatThrownBy(barrier::await).isInstanceOf(BrokenBarrierException.class);
                    return barrier.await();
                }));
            }
            await().until(() -> barrier.getNumberWaiting() == 3);
            barrier.reset();
            int last = barrier.await();
            assertThat(last).isBetween(0, 3);
            for (Future<Integer> each : comingAgain) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isBetween(0, 3);
            }
        }
    }

    @Test
    void resets_amongRounds_letNobodyHangAndNobodyGoOnAlone() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(2);
        AtomicInteger met = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(2);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(threads.submit(() -> {
                for (int round = 0; round < 20_000; round++) {
                    try {
                        barrier.await();
                        met.incrementAndGet();
                    } catch (BrokenBarrierException e) {
                        // Reset: to be counted by nobody.
                    }
                }
                done.countDown();
                return null;
            }));
        }
        while (!done.await(100, TimeUnit.MICROSECONDS)) {
            barrier.reset();
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        assertThat(met.get() % 2).as("met: " + met).isZero();
    }

    @Test
    void action_runsOnceForEachRound_beforeAnybodyGoesOn() throws Exception {
        RUNS.set(0);
        does = () -> {};
        ProcessBarrier barrier = copy(ProcessBarrier.create(3, new Count("a"), CountCodec.INSTANCE, LONG));
        for (int round = 1; round <= 50; round++) {
            int expected = round;
            Callable<Integer> party = () -> {
                barrier.await();
                return RUNS.get();
            };
            List<Future<Integer>> others = List.of(threads.submit(party), threads.submit(party));
            assertThat(party.call()).isEqualTo(expected);
            for (Future<Integer> each : others) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        }
    }

    @Test
    void actionThatThrows_breaksTheBarrier_andComesOutWhereItRan() throws Exception {
        does = () -> {
            throw new IllegalStateException("no");
        };
        ProcessBarrier barrier = ProcessBarrier.create(2, new Count("a"), CountCodec.INSTANCE);
        Future<Integer> other = waiter(barrier);
        assertThatThrownBy(barrier::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertBroken(other);
        assertThatThrownBy(barrier::await).hasMessageContaining("action");
    }

    @Test
    void actionThatHangs_keepsNobodyBeyondItsTime() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        does = () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        ProcessBarrier barrier = ProcessBarrier.create(2, new Count("a"), CountCodec.INSTANCE);
        Future<Integer> acting = threads.submit(() -> {
            Future<Integer> first = waiter(barrier);
            try {
                return barrier.await();
            } finally {
                assertBroken(first);
            }
        });
        await().until(() -> barrier.getNumberWaiting() == 2);
        assertThatThrownBy(() -> barrier.await(SHORT)).isInstanceOf(TimeoutException.class);
        barrier.reset();
        go.countDown();
        assertBroken(acting);
        assertThat(barrier.isBroken()).isFalse();
    }

    @Test
    void nonsense_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessBarrier.create(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessBarrier.create(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessBarrier.create(2, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessBarrier.create(2, new Count("a"), new CountCodec()))
                .withMessageContaining("INSTANCE");
    }

    @Test
    void handle_travels_withItsAction() {
        ProcessBarrier barrier = ProcessBarrier.create(2);
        ProcessBarrier acting = ProcessBarrier.create(2, new Count("a"), CountCodec.INSTANCE);

        assertThat(copy(barrier)).isEqualTo(barrier).hasSameHashCodeAs(barrier).isNotEqualTo(acting);
        assertThat(copy(acting)).isEqualTo(acting).hasToString("ProcessBarrier[waiting=0, parties=2]");
    }

    @Test
    void handle_withAnActionThatIsNone_isRefused() {
        for (Class<?> type : List.<Class<?>>of(String.class, Explosive.class, Codecs.class)) {
            ValueWriter forged = new ValueWriter();
            forged.write(Codecs.classOf(), type);
            forged.write(Codecs.string(), "a");
            assertThatExceptionOfType(NotTransferableException.class)
                    .isThrownBy(() -> BarrierAction.read(new ValueReader(forged.toPayload())));
        }
    }

    static final class Explosive {
        static final Object INSTANCE = explode();

        private static Object explode() {
            throw new AssertionError("this initialiser must not run");
        }
    }

    private static ProcessBarrier copy(ProcessBarrier barrier) {
        ValueWriter out = new ValueWriter();
        out.write(ProcessBarrier.codec(), barrier);
        return new ValueReader(out.toPayload()).read(ProcessBarrier.codec());
    }

    private Future<Integer> waiter(ProcessBarrier barrier) {
        Future<Integer> waiter = threads.submit(() -> barrier.await());
        await().until(() -> barrier.getNumberWaiting() == 1);
        return waiter;
    }

    private static void assertBroken(Future<Integer> waiter) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> waiter.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(BrokenBarrierException.class);
    }
}
