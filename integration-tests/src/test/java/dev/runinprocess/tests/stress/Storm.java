package dev.runinprocess.tests.stress;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedLongArray;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.sync.ProcessSemaphore;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;

/**
 * What the processes of {@link RandomKillsStressTest} share, and what each does with it without end.
 *
 * @param numbers two that are equal whenever the lock is free, the same for the reentrant lock, and what is told
 */
record Storm(
        SharedLongArray numbers,
        ProcessLock lock,
        ProcessReentrantLock reentrantLock,
        ProcessCondition condition,
        ProcessSemaphore semaphore,
        ProcessEvent event) {
    static final int PERMITS = 3;

    static final int STOP = 8;
    static final int TORN = 9;
    static final int ABANDONED = 10;
    static final int STARVED = 11;

    /** From here on: how often each process has gone round. */
    static final int ROUNDS = 16;

    private static final int OF_LOCK = 0;
    private static final int OF_REENTRANT_LOCK = 2;
    private static final long IN_BETWEEN_NANOS = 1_000_000;
    private static final Duration BRIEFLY = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofSeconds(30);

    static Storm create() {
        ProcessLock lock = ProcessLock.create();
        return new Storm(
                SharedLongArray.create(64),
                lock,
                ProcessReentrantLock.create(),
                lock.newCondition(),
                ProcessSemaphore.create(PERMITS),
                ProcessEvent.create());
    }

    /** Goes round until it is told to stop. */
    @RunInProcess
    void rage(int number, long seed) throws InterruptedException {
        Logger.getLogger("dev.runinprocess").setUseParentHandlers(false);
        Random random = new Random(seed);
        while (numbers.getVolatile(STOP) == 0) {
            switch (random.nextInt(6)) {
                case 0 -> underLock(random);
                case 1 -> underReentrantLock();
                case 2 -> awaitSignal();
                case 3 -> withPermits(1 + random.nextInt(PERMITS));
                case 4 -> event.await(BRIEFLY);
                default -> changeEvent(random);
            }
            numbers.setVolatile(ROUNDS + number, numbers.getVolatile(ROUNDS + number) + 1);
        }
    }

    private void underLock(Random random) {
        lock.lock();
        try {
            countBoth(OF_LOCK, lock.wasAbandoned());
            if (random.nextBoolean()) {
                condition.signal(random.nextInt(3));
            }
        } finally {
            lock.unlock();
        }
    }

    private void underReentrantLock() {
        reentrantLock.lock();
        try {
            boolean abandoned = reentrantLock.wasAbandoned();
            reentrantLock.lock();
            try {
                countBoth(OF_REENTRANT_LOCK, abandoned);
            } finally {
                reentrantLock.unlock();
            }
        } finally {
            reentrantLock.unlock();
        }
    }

    /** Two stores: who comes between them would see numbers that differ. */
    private void countBoth(int at, boolean abandoned) {
        if (abandoned) {
            numbers.getAndAdd(ABANDONED, 1);
            numbers.set(at, numbers.get(at + 1));
        } else if (numbers.get(at) != numbers.get(at + 1)) {
            numbers.getAndAdd(TORN, 1);
        }
        numbers.set(at, numbers.get(at) + 1);
        // Long enough to be killed in between once in a while.
        LockSupport.parkNanos(IN_BETWEEN_NANOS);
        numbers.set(at + 1, numbers.get(at));
    }

    @SuppressWarnings("WaitNotInLoop") // It waits for nothing in particular.
    private void awaitSignal() throws InterruptedException {
        lock.lock();
        try {
            // Before the lock is given up: nobody is told twice that it was abandoned.
            countBoth(OF_LOCK, lock.wasAbandoned());
            boolean unused = condition.await(BRIEFLY);
            countBoth(OF_LOCK, lock.wasAbandoned());
        } finally {
            lock.unlock();
        }
    }

    private void withPermits(int count) throws InterruptedException {
        if (!semaphore.tryAcquire(count, LONG)) {
            numbers.getAndAdd(STARVED, 1);
            return;
        }
        Thread.onSpinWait();
        semaphore.release(count);
    }

    private void changeEvent(Random random) {
        if (random.nextBoolean()) {
            event.set();
        } else {
            event.clear();
        }
    }
}
