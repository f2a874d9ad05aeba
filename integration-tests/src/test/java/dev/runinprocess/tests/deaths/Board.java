package dev.runinprocess.tests.deaths;

import dev.runinprocess.memory.SharedLongArray;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Numbers by which the processes of a test tell each other how far they are. */
record Board(SharedLongArray numbers) {
    private static final int SIZE = 64;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(1);

    static Board create() {
        return new Board(SharedLongArray.create(SIZE));
    }

    void set(int index, long value) {
        numbers.setVolatile(index, value);
    }

    long get(int index) {
        return numbers.getVolatile(index);
    }

    /** Adds one, by a load and a store: two processes that do so at the same time lose one. */
    void countUp(int index) {
        numbers.set(index, numbers.get(index) + 1);
    }

    /** Waits until a number is at least so large. */
    void await(int index, long value) {
        long begin = System.nanoTime();
        while (get(index) < value) {
            if (System.nanoTime() - begin > DEADLINE.toNanos()) {
                throw new AssertionError("number " + index + " of the board is " + get(index) + ", not " + value);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
