package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedLongArray;
import dev.runinprocess.sync.ProcessLock;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that four children count up at the same time.
 *
 * <p>Teaches: shared memory and a lock are passed as arguments, and are the same memory and the same lock in every process. The lock is a
 * {@link java.util.concurrent.locks.Lock}: without it, two children that read the same number would lose a step.
 *
 * <p>You should see:
 *
 * <pre>{@code
 * 4 children counted 25000 times each: 100000
 * }</pre>
 */
public final class S10CounterUnderALock {
    private static final int CHILDREN = 4;
    private static final int TIMES = 25_000;

    @RunInProcess
    static void countUp(SharedLongArray counter, ProcessLock lock, int times) {
        for (int i = 0; i < times; i++) {
            lock.lock();
            try {
                counter.set(0, counter.get(0) + 1);
            } finally {
                lock.unlock();
            }
        }
    }

    public static void main(String[] args) throws Exception {
        ProcessLock lock = ProcessLock.create();
        try (SharedLongArray counter = SharedLongArray.create(1)) {
            List<ChildProcess<Void>> children = new ArrayList<>();
            for (int i = 0; i < CHILDREN; i++) {
                children.add(CountUpLauncher.start(counter, lock, TIMES));
            }
            for (ChildProcess<Void> child : children) {
                Void unused = child.get();
            }
            System.out.println(CHILDREN + " children counted " + TIMES + " times each: " + counter.get(0));
        }
    }
}
