package dev.runinprocess.tests.conformance;

import dev.runinprocess.RunInProcess;

/** A result whose constructor takes a lock. */
final class CallbackTasks {
    static final Object LOCK = new Object();

    private CallbackTasks() {}

    record Guarded(int number) {
        Guarded {
            synchronized (LOCK) {
                if (number < 0) {
                    throw new IllegalArgumentException("number=" + number);
                }
            }
        }
    }

    @RunInProcess
    static Guarded guarded(int number) {
        return new Guarded(number);
    }
}
