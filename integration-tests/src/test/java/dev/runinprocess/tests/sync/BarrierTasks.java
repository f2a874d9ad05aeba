package dev.runinprocess.tests.sync;

import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.Transferable;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.sync.ProcessBarrier;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeoutException;

/** What each party of a barrier does. */
final class BarrierTasks {
    static final Duration LONG = Duration.ofSeconds(30);
    static final String PASSED = "passed";
    static final String BROKEN = "broken";
    static final String TIMED_OUT = "timed out";
    static final String OTHER = "did something else";

    /** The place of the one who does something else than wait: any but the first and the last. */
    private static final int ODD_ONE = 2;

    private BarrierTasks() {}

    /** Counts how often it ran. */
    @Transferable
    record CountRuns(SharedInt runs) implements Runnable {
        @Override
        public void run() {
            runs.incrementAndGet();
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static void goInStep(ProcessBarrier barrier, SharedInt before, SharedInt after, int passes) throws Exception {
        int parties = barrier.getParties();
        for (int i = 0; i < passes; i++) {
            before.incrementAndGet();
            expect(i * parties, after);
            barrier.await();
            after.incrementAndGet();
            expect((i + 1) * parties, before);
            barrier.await();
        }
    }

    private static void expect(int expected, SharedInt actual) {
        if (actual.get() != expected) {
            throw new AssertionError("out of step: expected=" + expected + ", actual=" + actual.get());
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static int arrive(ProcessBarrier barrier) throws Exception {
        return barrier.await();
    }

    @RunInProcess(daemon = Daemon.YES)
    static int arriveAndLook(ProcessBarrier barrier, SharedInt runs) throws Exception {
        barrier.await();
        return runs.get();
    }

    @RunInProcess(daemon = Daemon.YES)
    static List<String> abortOnce(ProcessBarrier barrier) throws Exception {
        if (barrier.await() == ODD_ONE) {
            barrier.abort();
            return List.of(OTHER);
        }
        return List.of(outcome(barrier));
    }

    @RunInProcess(daemon = Daemon.YES)
    static List<String> resetOnce(ProcessBarrier barrier) throws Exception {
        List<String> outcomes = new ArrayList<>();
        if (barrier.await() == ODD_ONE) {
            Await.until("the others wait", () -> barrier.getNumberWaiting() == barrier.getParties() - 1);
            barrier.reset();
            outcomes.add(OTHER);
        } else {
            outcomes.add(outcome(barrier));
        }
        outcomes.add(outcome(barrier));
        return outcomes;
    }

    @RunInProcess(daemon = Daemon.YES)
    static List<String> abortAndReset(ProcessBarrier barrier, ProcessBarrier second) throws Exception {
        List<String> outcomes = new ArrayList<>();
        if (barrier.await() == ODD_ONE) {
            barrier.abort();
            outcomes.add(OTHER);
        } else {
            outcomes.add(outcome(barrier));
        }
        if (second.await() == ODD_ONE) {
            barrier.reset();
        }
        second.await();
        outcomes.add(outcome(barrier));
        return outcomes;
    }

    @RunInProcess(daemon = Daemon.YES)
    static List<String> beLate(ProcessBarrier barrier, Duration limit) throws Exception {
        if (barrier.await() == ODD_ONE) {
            Await.until("the others' time is over", barrier::isBroken);
        }
        try {
            barrier.await(limit);
            return List.of(PASSED);
        } catch (BrokenBarrierException e) {
            return List.of(BROKEN);
        } catch (TimeoutException e) {
            return List.of(TIMED_OUT);
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static List<String> beLateForTheDefault(ProcessBarrier barrier) throws Exception {
        if (barrier.await(LONG) == ODD_ONE) {
            Await.until("the others' time is over", barrier::isBroken);
        }
        return List.of(outcome(barrier));
    }

    private static String outcome(ProcessBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
            return PASSED;
        } catch (BrokenBarrierException e) {
            return BROKEN;
        }
    }

    /** Writes the number of each pass behind what others have written. */
    @RunInProcess(daemon = Daemon.YES)
    static void writePasses(ProcessBarrier barrier, ProcessLock lock, SharedInt length, SharedIntArray passes)
            throws Exception {
        for (int pass = 0; pass < passes.length() / barrier.getParties(); pass++) {
            barrier.await();
            lock.lock();
            try {
                passes.set(length.getAndIncrement(), pass);
            } finally {
                lock.unlock();
            }
        }
    }
}
