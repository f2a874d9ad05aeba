package dev.runinprocess.tests.endings;

import dev.runinprocess.RunInProcess;
import java.util.Arrays;

/** Children with a result that others wait for, one of them of a class whose constructor takes a lock. */
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
    static int total(int[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    @RunInProcess
    static Guarded guarded(int number) {
        return new Guarded(number);
    }
}
