package dev.runinprocess.tests.sync;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedBoolean;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessSemaphore;
import java.time.Duration;

/** What the children and the threads of {@link ConditionTest} do. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // What is tested is when a wait ends.
final class ConditionSteps {
    private static final Duration LONG = Duration.ofSeconds(30);

    private ConditionSteps() {}

    /** Waits for a signal; for ever if the time is 0. */
    @RunInProcess
    static boolean sleep(ProcessCondition condition, ProcessSemaphore sleeping, ProcessSemaphore woken, long millis)
            throws InterruptedException {
        condition.lock().lock();
        boolean signalled = true;
        try {
            sleeping.release();
            if (millis == 0) {
                condition.await();
            } else {
                signalled = condition.await(Duration.ofMillis(millis));
            }
            woken.release();
        } finally {
            condition.lock().unlock();
        }
        return signalled;
    }

    /** Sets the number to 0, and waits until it is 4. */
    @RunInProcess
    static boolean awaitFour(ProcessCondition condition, SharedInt state) throws InterruptedException {
        condition.lock().lock();
        try {
            state.set(0);
            condition.signal();
            return condition.awaitFor(() -> state.get() == 4, LONG) && state.get() == 4;
        } finally {
            condition.lock().unlock();
        }
    }

    /** Waits 0.1 s at most until the number is 4; whether it was that long. */
    @RunInProcess
    static void awaitFourBriefly(
            ProcessCondition condition, SharedInt state, SharedBoolean success, ProcessSemaphore sleeping)
            throws InterruptedException {
        Duration limit = Duration.ofMillis(100);
        condition.lock().lock();
        try {
            sleeping.release();
            long begin = System.nanoTime();
            boolean result = condition.awaitFor(() -> state.get() == 4, limit);
            success.set(!result && System.nanoTime() - begin >= limit.toNanos());
        } finally {
            condition.lock().unlock();
        }
    }

    /** Signals once. */
    @RunInProcess
    static void signalOnce(ProcessCondition condition) {
        condition.lock().lock();
        try {
            condition.signal();
        } finally {
            condition.lock().unlock();
        }
    }
}
