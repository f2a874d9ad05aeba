package dev.runinprocess.tests.conformance;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.UseCodec;
import dev.runinprocess.memory.SharedInt;
import java.util.List;

/** What workers do in the conformance tests of pools. */
final class PoolTasks {
    private PoolTasks() {}

    @RunInProcess
    static int sqr(int x) {
        return x * x;
    }

    @RunInProcess
    static int sqrSlowly(int x, int millis) throws InterruptedException {
        // The work itself: it takes as long as it is told to.
        Thread.sleep(millis);
        return x * x;
    }

    @RunInProcess
    static int mul(int a, int b) {
        return a * b;
    }

    @RunInProcess
    static int parseInt(String text) {
        return Integer.parseInt(text);
    }

    @RunInProcess
    static int encode(@UseCodec(Stubborn.StubbornCodec.class) Stubborn value) {
        return value.number();
    }

    @RunInProcess
    @UseCodec(Stubborn.StubbornCodec.class)
    static Stubborn makeStubborn(int number) {
        return new Stubborn(number);
    }

    @RunInProcess
    static void raise(String message) {
        if (!message.isEmpty()) {
            throw new UnsupportedOperationException(message);
        }
    }

    /** Fails with a message of a megabyte. */
    @RunInProcess
    static void raiseLong(int millis) throws InterruptedException {
        // The work itself: it takes as long as it is told to.
        Thread.sleep(millis);
        throw new UnsupportedOperationException("x".repeat(1 << 20));
    }

    @RunInProcess
    static CountedObject identity(CountedObject object) {
        return object;
    }

    @RunInProcess
    static void increment(SharedInt counter) {
        counter.incrementAndGet();
    }

    @RunInProcess
    static int sumInAPool(List<Integer> inputs) throws Exception {
        try (ProcessPool pool = ProcessPool.of(4)) {
            return pool.map(SqrLauncher::call, inputs).stream()
                    .mapToInt(square -> square)
                    .sum();
        }
    }
}
