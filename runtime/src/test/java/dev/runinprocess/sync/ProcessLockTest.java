package dev.runinprocess.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The locks among the threads of one process. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"
}) // What is tested is when the lock is held, and whether a wait ends.
final class ProcessLockTest {
    private static final Duration SHORT = Duration.ofMillis(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void lock_isTakenOnce_andGivenBackOnce() {
        ProcessLock lock = ProcessLock.create();

        assertThat(lock.isLocked()).isFalse();
        assertThat(lock.tryLock()).isTrue();
        assertThat(lock.isLocked()).isTrue();
        assertThat(lock.isHeldByCurrentThread()).isTrue();
        assertThat(lock.tryLock()).isFalse();
        assertThatThrownBy(lock::lock).isInstanceOf(IllegalStateException.class).hasMessageContaining("already");
        lock.unlock();
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    void reentrantLock_countsItsHolds() {
        ProcessReentrantLock lock = ProcessReentrantLock.create();

        lock.lock();
        lock.lock();
        assertThat(lock.tryLock()).isTrue();
        assertThat(lock.getHoldCount()).isEqualTo(3);
        lock.unlock();
        lock.unlock();
        assertThat(lock.isLocked()).isTrue();
        lock.unlock();
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    void lock_ofAnotherThread_isNotMineToGiveBack() throws Exception {
        ProcessLock lock = ProcessLock.create();
        threads.submit(lock::lock).get();

        assertThatThrownBy(lock::unlock)
                .isInstanceOf(IllegalMonitorStateException.class)
                .hasMessageContaining("other-thread");
        assertThat(lock.tryLock()).isFalse();
        assertThat(lock.tryLock(SHORT)).isFalse();
    }

    @Test
    void lock_excludesThreads_andLosesNoWaiter() throws Exception {
        ProcessLock lock = ProcessLock.create();
        int[] count = {0};
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(threads.submit(() -> {
                for (int j = 0; j < 5_000; j++) {
                    lock.lock();
                    try {
                        count[0]++;
                        if (j % 500 == 0) {
                            // With the lock held, so that the others have to park.
                            Thread.sleep(1);
                        }
                    } finally {
                        lock.unlock();
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        assertThat(count[0]).isEqualTo(40_000);
    }

    @Test
    void waiting_endsByInterrupt_andUninterruptiblyKeepsIt() throws Exception {
        ProcessLock lock = ProcessLock.create();
        lock.lock();
        Thread[] waiters = new Thread[2];
        Future<Boolean> interrupted = threads.submit(() -> {
            waiters[0] = Thread.currentThread();
            try {
                lock.lockInterruptibly();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
        Future<Boolean> kept = threads.submit(() -> {
            waiters[1] = Thread.currentThread();
            lock.lock();
            lock.unlock();
            return Thread.interrupted();
        });
        for (int i = 0; i < 2; i++) {
            int waiter = i;
            await().until(() -> waiters[waiter] != null && waiters[waiter].getState() == Thread.State.TIMED_WAITING);
            waiters[i].interrupt();
        }
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kept.isDone()).isFalse();
        lock.unlock();
        assertThat(kept.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void condition_signalsInTheOrderOfWaiting_asManyAsSaid() throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessCondition condition = lock.newCondition();
        List<Integer> woken = new ArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            all.add(threads.submit(() -> {
                lock.lock();
                try {
                    condition.await();
                    woken.add(number);
                    return null;
                } finally {
                    lock.unlock();
                }
            }));
            await().until(() -> waiting(lock, condition) == number + 1);
        }
        signal(lock, condition, 2);
        await().until(() -> size(lock, woken) == 2);
        signal(lock, condition, 1);
        await().until(() -> size(lock, woken) == 3);
        assertThat(waiting(lock, condition)).isEqualTo(3);
        signal(lock, condition, Integer.MAX_VALUE);
        for (Future<?> each : all) {
            each.get(10, TimeUnit.SECONDS);
        }
        assertThat(woken.subList(0, 2)).containsExactlyInAnyOrder(0, 1);
        assertThat(woken.get(2)).isEqualTo(2);
    }

    @Test
    void condition_withAReentrantLock_givesItUpWholly_andHasItBackAsOften() throws Exception {
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        ProcessCondition condition = lock.newCondition();
        lock.lock();
        lock.lock();
        Future<?> signal = threads.submit(() -> {
            lock.lock();
            condition.signal();
            lock.unlock();
        });
        condition.await();
        assertThat(lock.getHoldCount()).isEqualTo(2);
        signal.get(10, TimeUnit.SECONDS);
    }

    @Test
    void condition_thatNobodySignals_timesOutWithTheLock() throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessCondition condition = lock.newCondition();
        assertThatThrownBy(condition::await).isInstanceOf(IllegalMonitorStateException.class);
        lock.lock();
        assertThat(condition.await(SHORT)).isFalse();
        assertThat(condition.awaitNanos(1000)).isLessThanOrEqualTo(0);
        assertThat(condition.awaitFor(() -> false, SHORT)).isFalse();
        assertThat(condition.getWaitQueueLength()).isZero();
        lock.unlock();
    }

    @Test
    void handle_crosses_andIsTheSameLock() {
        ProcessLock lock = ProcessLock.create();
        ProcessCondition condition = ProcessReentrantLock.create().newCondition();
        ValueWriter out = new ValueWriter();
        out.write(ProcessLock.codec(), lock);
        out.write(ProcessCondition.codec(), condition);
        ValueReader in = new ValueReader(out.toPayload());

        ProcessLock copy = in.read(ProcessLock.codec());
        ProcessCondition conditionCopy = in.read(ProcessCondition.codec());
        assertThat(copy).isEqualTo(lock).isNotSameAs(lock).hasSameHashCodeAs(lock);
        assertThat(conditionCopy).isEqualTo(condition);
        assertThat(conditionCopy.lock()).isEqualTo(condition.lock());
        lock.lock();
        assertThat(copy.isHeldByCurrentThread()).isTrue();
    }

    @Test
    void text_namesTheOwner() throws Exception {
        ProcessLock lock = ProcessLock.create();
        assertThat(lock).hasToString("ProcessLock[owner=none]");
        threads.submit(() -> {
                    Thread.currentThread().setName("T1");
                    lock.lock();
                    assertThat(lock).hasToString("ProcessLock[owner=main|T1]");
                })
                .get();
        assertThat(lock).hasToString("ProcessLock[owner=other-thread]");
    }

    @Test
    void hold_givesTheLockBackOnce() {
        ProcessLock lock = ProcessLock.create();
        LockHold kept;
        try (LockHold hold = lock.hold()) {
            kept = hold;
            assertThat(lock.isHeldByCurrentThread()).isTrue();
            assertThat(hold.wasAbandoned()).isFalse();
        }
        kept.close();
        assertThat(lock.isLocked()).isFalse();
    }

    private static int waiting(ProcessLock lock, ProcessCondition condition) {
        return with(lock, condition::getWaitQueueLength);
    }

    private static int size(ProcessLock lock, List<Integer> list) {
        return with(lock, list::size);
    }

    private static void signal(ProcessLock lock, ProcessCondition condition, int count) {
        int unused = with(lock, () -> {
            condition.signal(count);
            return count;
        });
    }

    private static int with(ProcessLock lock, IntSupplier action) {
        lock.lock();
        try {
            return action.getAsInt();
        } finally {
            lock.unlock();
        }
    }
}
