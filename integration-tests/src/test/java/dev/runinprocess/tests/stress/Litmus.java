package dev.runinprocess.tests.stress;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedLongArray;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import java.time.Duration;

/**
 * What the two processes of {@link MemoryModelStressTest} share: two plain words, and what may put their uses in an order.
 *
 * @param words the two, and words by which the processes meet before each round
 */
record Litmus(
        SharedLongArray words, ProcessLock lock, ProcessCondition condition, ProcessEvent event, ProcessEvent answer) {
    private static final int X = 0;
    private static final int Y = 16;
    private static final int FLAG = 32;
    private static final int ROUND = 48;
    private static final int SIZE = 80;
    private static final Duration LONG = Duration.ofSeconds(60);

    static Litmus create() {
        ProcessLock lock = ProcessLock.create();
        return new Litmus(
                SharedLongArray.create(SIZE), lock, lock.newCondition(), ProcessEvent.create(), ProcessEvent.create());
    }

    /** Both meet here, so that the round's steps happen at about the same time. */
    private void meet(int role, long round) {
        words.setVolatile(ROUND + 16 * role, round);
        while (words.getVolatile(ROUND + 16 * (1 - role)) < round) {
            Thread.onSpinWait();
        }
    }

    /** One process stores x and then releases the flag; the other that acquires the flag reads x. Returns how often it read an older one. */
    @RunInProcess
    long passByRelease(int role, int rounds) {
        long stale = 0;
        for (long round = 1; round <= rounds; round++) {
            meet(role, round);
            if (role == 0) {
                words.set(X, round);
                words.setRelease(FLAG, round);
            } else {
                while (words.getAcquire(FLAG) != round) {
                    Thread.onSpinWait();
                }
                stale += words.get(X) == round ? 0 : 1;
            }
        }
        return stale;
    }

    /** Both add one to two plain words under the lock; each expects them equal, and not below what it saw before. */
    @RunInProcess
    long countUnderLock(int role, int rounds) {
        long wrong = 0;
        long seen = 0;
        for (int round = 1; round <= rounds; round++) {
            lock.lock();
            try {
                wrong += words.get(X) != words.get(Y) || words.get(X) < seen ? 1 : 0;
                words.set(X, words.get(X) + 1);
                words.set(Y, words.get(Y) + 1);
                seen = words.get(X);
            } finally {
                lock.unlock();
            }
        }
        meet(role, 1);
        return words.get(X) == 2L * rounds ? wrong : wrong + 1;
    }

    /** Each stores its word under the lock, and reads the other's under the lock. Returns how often it read an older one. */
    @RunInProcess
    long storeAndLoadUnderLock(int role, int rounds) {
        long stale = 0;
        for (long round = 1; round <= rounds; round++) {
            meet(role, 2 * round);
            under(role == 0 ? X : Y, round);
            long other = under(role == 0 ? Y : X, 0);
            words.set(FLAG + role, other);
            meet(role, 2 * round + 1);
            stale += words.get(FLAG) != round && words.get(FLAG + 1) != round ? 1 : 0;
        }
        return stale;
    }

    private long under(int word, long value) {
        lock.lock();
        try {
            if (value != 0) {
                words.set(word, value);
            }
            return words.get(word);
        } finally {
            lock.unlock();
        }
    }

    /** One process stores x and sets the event; the other waits for it and reads x. Returns how often it read an older one. */
    @RunInProcess
    long passByEvent(int role, int rounds) throws InterruptedException {
        long stale = 0;
        for (long round = 1; round <= rounds; round++) {
            if (role == 0) {
                words.set(X, round);
                event.set();
                stale += answer.await(LONG) ? 0 : rounds;
                answer.clear();
            } else {
                stale += event.await(LONG) ? 0 : rounds;
                event.clear();
                stale += words.get(X) == round ? 0 : 1;
                answer.set();
            }
        }
        return stale;
    }

    /** By turns: each waits for the condition until y says that it is its turn, and reads what the other stored before in x. */
    @RunInProcess
    long passByCondition(int role, int rounds) throws InterruptedException {
        long stale = 0;
        for (long round = 1; round <= rounds; round++) {
            long turn = 2 * round + role - 2;
            lock.lock();
            try {
                if (!condition.awaitFor(() -> words.get(Y) == turn, LONG)) {
                    return rounds;
                }
                stale += words.get(X) == turn ? 0 : 1;
                words.set(X, turn + 1);
                words.set(Y, turn + 1);
                condition.signal();
            } finally {
                lock.unlock();
            }
        }
        return stale;
    }
}
