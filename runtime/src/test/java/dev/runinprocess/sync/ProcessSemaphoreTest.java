package dev.runinprocess.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The semaphores among the threads of one process. */
final class ProcessSemaphoreTest {
    private static final Duration SHORT = Duration.ofMillis(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void permits_areTakenAndGiven_byAnyNumber() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(2);

        semaphore.acquire();
        assertThat(semaphore.availablePermits()).isEqualTo(1);
        assertThat(semaphore.tryAcquire(2)).isFalse();
        semaphore.acquireUninterruptibly();
        assertThat(semaphore.tryAcquire()).isFalse();
        assertThat(semaphore.tryAcquire(SHORT)).isFalse();
        assertThat(semaphore.tryAcquire(3, 1, TimeUnit.MILLISECONDS)).isFalse();
        semaphore.release(5);
        assertThat(semaphore.tryAcquire(3, Duration.ZERO)).isTrue();
        assertThat(semaphore.availablePermits()).isEqualTo(2);
        semaphore.acquire(0);
        semaphore.release(0);
        assertThat(semaphore.drainPermits()).isEqualTo(2);
        assertThat(semaphore.drainPermits()).isZero();
        assertThat(semaphore.availablePermits()).isZero();
    }

    @Test
    void negativePermits_wantReleasesFirst() {
        ProcessSemaphore semaphore = ProcessSemaphore.create(-2);

        assertThat(semaphore.tryAcquire(0)).isFalse();
        semaphore.release(2);
        assertThat(semaphore.tryAcquire()).isFalse();
        semaphore.release();
        assertThat(semaphore.tryAcquire()).isTrue();
        ProcessSemaphore other = ProcessSemaphore.create(-3);
        assertThat(other.drainPermits()).isEqualTo(-3);
        assertThat(other.availablePermits()).isZero();
    }

    @Test
    void boundedSemaphore_refusesOneReleaseTooMany_andKeepsItsValue() {
        BoundedProcessSemaphore semaphore = BoundedProcessSemaphore.create(2);

        assertThatIllegalStateException().isThrownBy(semaphore::release).withMessageContaining("bound=2");
        assertThat(semaphore.tryAcquire()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> semaphore.release(2));
        assertThat(semaphore.availablePermits()).isEqualTo(1);
        semaphore.release();
        assertThat(semaphore).hasToString("BoundedProcessSemaphore[permits=2, bound=2]");
    }

    @Test
    void numbers_thatMakeNoSense_areRefused() {
        ProcessSemaphore semaphore = ProcessSemaphore.create(Integer.MAX_VALUE);

        assertThatIllegalStateException().isThrownBy(semaphore::release);
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.release(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.acquire(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.acquireUninterruptibly(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.tryAcquire(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> BoundedProcessSemaphore.create(-1));
    }

    @Test
    void oneRelease_ofMany_wakesAllWhomItDoes() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(0);
        List<Thread> waiting = new ArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int wanted = i % 3 + 1;
            all.add(waiter(waiting, () -> semaphore.acquire(wanted)));
        }
        awaitAsleep(waiting, 12);
        semaphore.release(24);
        for (Future<?> each : all) {
            each.get(10, TimeUnit.SECONDS);
        }
        assertThat(semaphore.availablePermits()).isZero();
    }

    @Test
    void waiterForOne_goesOn_besideOneThatWantsMore() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(0);
        List<Thread> waiting = new ArrayList<>();
        Future<?> three = waiter(waiting, () -> semaphore.acquire(3));
        awaitAsleep(waiting, 1);
        Future<?> one = waiter(waiting, semaphore::acquire);
        awaitAsleep(waiting, 2);
        semaphore.release();
        one.get(10, TimeUnit.SECONDS);
        assertThat(three.isDone()).isFalse();
        semaphore.release(2);
        awaitAsleep(waiting.subList(0, 1), 1);
        assertThat(three.isDone()).isFalse();
        semaphore.release();
        three.get(10, TimeUnit.SECONDS);
    }

    @Test
    void interrupt_endsTheWaiting_andUninterruptiblyKeepsIt() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(0);
        List<Thread> waiting = new ArrayList<>();
        AtomicReference<Boolean> kept = new AtomicReference<>();
        Future<?> interrupted =
                waiter(waiting, () -> assertThatThrownBy(semaphore::acquire).isInstanceOf(InterruptedException.class));
        awaitAsleep(waiting, 1);
        Future<?> keeping = waiter(waiting, () -> {
            semaphore.acquireUninterruptibly();
            kept.set(Thread.interrupted());
        });
        awaitAsleep(waiting, 2);
        waiting.forEach(Thread::interrupt);
        interrupted.get(10, TimeUnit.SECONDS);
        semaphore.release();
        keeping.get(10, TimeUnit.SECONDS);
        assertThat(kept.get()).isTrue();
        semaphore.release();
        Thread.currentThread().interrupt();
        assertThatThrownBy(semaphore::acquire).isInstanceOf(InterruptedException.class);
    }

    @Test
    void permits_areNeitherLostNorMade_byManyThreads() throws Exception {
        long seed = System.nanoTime();
        BoundedProcessSemaphore semaphore = BoundedProcessSemaphore.create(4);
        AtomicInteger taken = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Random random = new Random(seed + i);
            all.add(threads.submit(() -> {
                for (int j = 0; j < 3_000; j++) {
                    int count = random.nextInt(4) + 1;
                    if (random.nextInt(4) > 0) {
                        semaphore.acquire(count);
                    } else if (!semaphore.tryAcquire(count, random.nextInt(100), TimeUnit.MICROSECONDS)) {
                        continue;
                    }
                    assertThat(taken.addAndGet(count)).as("seed " + seed).isBetween(1, 4);
                    if (random.nextInt(50) == 0) {
                        LockSupport.parkNanos(1_000);
                    }
                    taken.addAndGet(-count);
                    semaphore.release(count);
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        assertThat(semaphore.availablePermits()).as("seed " + seed).isEqualTo(4);
    }

    @Test
    void handle_travels_andIsTheSameSemaphore() {
        ProcessSemaphore semaphore = ProcessSemaphore.create(1).keepPermitsOfDead();
        BoundedProcessSemaphore bounded = BoundedProcessSemaphore.create(1).keepPermitsOfDead();
        ValueWriter out = new ValueWriter();
        out.write(ProcessSemaphore.codec(), semaphore);
        out.write(BoundedProcessSemaphore.codec(), bounded);
        ValueReader in = new ValueReader(out.toPayload());
        ProcessSemaphore copy = in.read(ProcessSemaphore.codec());
        BoundedProcessSemaphore boundedCopy = in.read(BoundedProcessSemaphore.codec());

        assertThat(copy).isEqualTo(semaphore).hasSameHashCodeAs(semaphore).isNotEqualTo(bounded);
        assertThat(boundedCopy).isEqualTo(bounded);
        assertThat(copy.tryAcquire()).isTrue();
        assertThat(semaphore).hasToString("ProcessSemaphore[permits=0]");
        assertThatIllegalStateException().isThrownBy(boundedCopy::release);
    }

    private interface Wait {
        void run() throws InterruptedException;
    }

    private Future<?> waiter(List<Thread> waiting, Wait wait) {
        return threads.submit(() -> {
            synchronized (waiting) {
                waiting.add(Thread.currentThread());
            }
            wait.run();
            return null;
        });
    }

    private static void awaitAsleep(List<Thread> waiting, int count) {
        await().until(() -> {
            synchronized (waiting) {
                return waiting.size() == count
                        && waiting.stream().allMatch(each -> each.getState() == Thread.State.TIMED_WAITING);
            }
        });
    }
}
