package dev.runinprocess.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.memory.SharedBoolean;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.sync.ProcessSemaphore;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conditions as Python's suite tests them: with waiters in processes and on threads. */
@ExtendWith(LeavesNothing.class)
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // What is tested is whether a wait ends.
final class ConditionTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final ProcessCondition condition = ProcessReentrantLock.create().newCondition();
    private final ProcessSemaphore sleeping = ProcessSemaphore.create(0);
    private final ProcessSemaphore woken = ProcessSemaphore.create(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<ChildProcess<Boolean>> children = new ArrayList<>();
    private final List<Future<Boolean>> sleepers = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    /** So many processes, and as many threads. */
    private void sleep(int count, long millis) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            children.add(SleepLauncher.start(condition, sleeping, woken, millis));
            sleepers.add(threads.submit(() -> ConditionSteps.sleep(condition, sleeping, woken, millis)));
        }
        assertThat(sleeping.tryAcquire(2 * count, SOON)).isTrue();
    }

    private List<Boolean> outcomes() throws Exception {
        List<Boolean> outcomes = new ArrayList<>();
        for (ChildProcess<Boolean> child : children) {
            outcomes.add(child.get(SOON));
        }
        for (Future<Boolean> sleeper : sleepers) {
            outcomes.add(sleeper.get(10, TimeUnit.SECONDS));
        }
        children.clear();
        sleepers.clear();
        return outcomes;
    }

    private void signal(int count) {
        condition.lock().lock();
        try {
            condition.signal(count);
        } finally {
            condition.lock().unlock();
        }
    }

    private int waiting() {
        condition.lock().lock();
        try {
            return condition.getWaitQueueLength();
        } finally {
            condition.lock().unlock();
        }
    }

    private void awaitWoken(int count) {
        Await.until(count + " are woken", () -> woken.availablePermits() == count);
    }

    @Test
    @Conformance("_TestCondition.test_notify")
    void signal_wakesOne() throws Exception {
        sleep(1, 0);
        Await.until("both wait", () -> waiting() == 2);
        assertThat(woken.availablePermits()).isZero();

        signal(1);
        awaitWoken(1);
        assertThat(waiting()).isEqualTo(1);
        signal(1);
        awaitWoken(2);

        assertThat(outcomes()).containsOnly(true);
        assertThat(waiting()).isZero();
    }

    @Test
    @Conformance("_TestCondition.test_notify_all")
    void signalAll_wakesAll_andTimeLimitsEndAlone() throws Exception {
        sleep(3, SHORT.toMillis());
        awaitWoken(6);
        assertThat(outcomes()).containsOnly(false);
        assertThat(waiting()).isZero();
        assertThat(woken.drainPermits()).isEqualTo(6);

        sleep(3, 0);
        Await.until("all wait", () -> waiting() == 6);
        assertThat(woken.tryAcquire(SHORT)).isFalse();
        condition.lock().lock();
        condition.signalAll();
        condition.lock().unlock();
        awaitWoken(6);
        assertThat(outcomes()).containsOnly(true);
        assertThat(waiting()).isZero();
    }

    @Test
    @Conformance("_TestCondition.test_notify_n")
    void signalOfANumber_wakesAsMany_andSavesNone() throws Exception {
        sleep(3, 0);
        Await.until("all wait", () -> waiting() == 6);
        assertThat(woken.tryAcquire(SHORT)).isFalse();

        signal(2);
        awaitWoken(2);
        assertThat(waiting()).isEqualTo(4);
        signal(4);
        awaitWoken(6);
        assertThat(outcomes()).containsOnly(true);

        signal(3);
        assertThat(woken.availablePermits()).isEqualTo(6);
        condition.lock().lock();
        assertThat(condition.await(SHORT)).isFalse();
        condition.lock().unlock();
    }

    @Test
    @Conformance("_TestCondition.test_timeout")
    void await_thatNobodySignals_endsInTime_withTheLock() throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessCondition lonely = lock.newCondition();
        lock.lock();
        long begin = System.nanoTime();
        assertThat(lonely.await(SHORT)).isFalse();
        assertThat(System.nanoTime() - begin).isBetween(SHORT.toNanos(), SOON.toNanos());
        assertThat(lock.isHeldByCurrentThread()).isTrue();
        lock.unlock();
    }

    @Test
    @Conformance("_TestCondition.test_waitfor")
    void awaitFor_endsWhenItIsSo() throws Exception {
        SharedInt state = SharedInt.create(-1);
        ChildProcess<Boolean> child = AwaitFourLauncher.start(condition, state);
        condition.lock().lock();
        try {
            assertThat(condition.awaitFor(() -> state.get() == 0, SOON)).isTrue();
        } finally {
            condition.lock().unlock();
        }
        for (int i = 0; i < 4; i++) {
            condition.lock().lock();
            try {
                state.set(state.get() + 1);
                condition.signal();
            } finally {
                condition.lock().unlock();
            }
        }
        assertThat(child.get(SOON)).isTrue();
        assertThat(child.join(SOON)).isTrue();
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    @Conformance("_TestCondition.test_waitfor_timeout")
    void awaitFor_thatIsNeverSo_endsInTime_howeverOftenItIsSignalled() throws Exception {
        SharedInt state = SharedInt.create(0);
        SharedBoolean success = SharedBoolean.create(false);
        ChildProcess<Void> child = AwaitFourBrieflyLauncher.start(condition, state, success, sleeping);
        assertThat(sleeping.tryAcquire(SOON)).isTrue();
        for (int i = 0; i < 3; i++) {
            condition.lock().lock();
            try {
                state.set(state.get() + 1);
                condition.signal();
            } finally {
                condition.lock().unlock();
            }
        }
        assertThat(child.join(SOON)).isTrue();
        assertThat(success.get()).isTrue();
    }

    @Test
    @Conformance("_TestCondition.test_wait_result")
    void await_tellsWhetherItWasSignalled_andEndsByInterrupt() throws Exception {
        condition.lock().lock();
        try {
            assertThat(condition.await(Duration.ZERO)).isFalse();
            assertThat(condition.await(SHORT)).isFalse();
            ChildProcess<Void> child = SignalOnceLauncher.start(condition);
            assertThat(condition.await(SOON)).isTrue();
            assertThat(child.join(SOON)).isTrue();

            Thread waiter = Thread.currentThread();
            Future<?> interrupt = threads.submit(() -> {
                condition.lock().lock();
                condition.lock().unlock();
                waiter.interrupt();
            });
            assertThatThrownBy(() -> condition.await(SOON)).isInstanceOf(InterruptedException.class);
            assertThat(condition.lock().isHeldByCurrentThread()).isTrue();
            interrupt.get(10, TimeUnit.SECONDS);
            assertThat(condition.getWaitQueueLength()).isZero();
        } finally {
            condition.lock().unlock();
        }
    }
}
