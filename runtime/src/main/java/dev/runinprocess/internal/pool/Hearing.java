package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.ring.EndState;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Who takes what a worker says: a thread that waits for an answer of its, or else the thread that hears it. Safe for use by many threads. */
final class Hearing {
    /*
     * Who waits for an answer looks for it himself as long as that seems worthwhile: to be woken by another thread costs more than a short call. The thread that hears the worker would
     * ask for a bell at each answer, so while somebody looks it sleeps, and only looks in now and then. What it may miss meanwhile is late by that time at most: the answer of a call that
     * nobody looks for, submitted right after another that somebody did look for.
     *
     * Answers are taken and passed on under one lock, for they have to stay in their order. Who only looks does not wait for that lock, and leaves alone what cannot be taken at once.
     */
    private static final long LOOK_IN_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    /** Who asks again after so short a time will do so again. */
    private static final long OFTEN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final RingLink link;
    private final EndState worker;
    private final Taker taker;
    private final ReentrantLock taking = new ReentrantLock();

    /** Only sleeps for a short time, or else listens for the bell. */
    private final Thread thread;

    private volatile boolean listening;
    private volatile boolean ended;
    private volatile long lookedNanos = System.nanoTime() - LOOK_IN_NANOS;
    private volatile long foundNanos = System.nanoTime() - OFTEN_NANOS;

    /** What is done with messages. */
    interface Taker {
        /**
         * Takes some of those that there are.
         *
         * @param all whether also those for whose end one may have to wait
         * @return whether there were any
         * @throws IOException if they make no sense
         */
        boolean take(boolean all) throws IOException;

        /** One who was looking came upon something that makes no sense, or had no memory for it. */
        void failed(Throwable failure);
    }

    /**
     * Hears nothing yet.
     *
     * @param thread the one that will call {@link #hear}
     */
    Hearing(RingLink link, EndState worker, Taker taker, Thread thread) {
        this.link = link;
        this.worker = worker;
        this.taker = taker;
        this.thread = thread;
    }

    /** Takes all that comes until the worker is gone. */
    void hear() throws IOException {
        while (true) {
            boolean gone = worker.isOtherGone();
            if (!takeAll()) {
                if (gone) {
                    return;
                }
                await();
            }
        }
    }

    private boolean takeAll() throws IOException {
        taking.lock();
        try {
            return taker.take(true);
        } finally {
            taking.unlock();
        }
    }

    private void await() {
        if (isLookedAt()) {
            LockSupport.parkNanos(this, LOOK_IN_NANOS);
            return;
        }
        listening = true;
        link.await(this::isLookedAt);
        listening = false;
    }

    private boolean isLookedAt() {
        return System.nanoTime() - lookedNanos < LOOK_IN_NANOS;
    }

    /** Lets nobody look any more: its memory will be another's. */
    void end() {
        taking.lock();
        try {
            ended = true;
        } finally {
            taking.unlock();
        }
    }

    /** The calling thread will look. */
    void enter() {
        long now = System.nanoTime();
        if (now - foundNanos < OFTEN_NANOS) {
            lookedNanos = now;
            if (listening) {
                LockSupport.unpark(thread);
            }
        }
    }

    /** Takes what there is, if that can be done at once. */
    void look() {
        lookedNanos = System.nanoTime();
        if (link.isEmpty() || !taking.tryLock()) {
            return;
        }
        try {
            if (!ended && !taker.take(false) && !link.isEmpty()) {
                LockSupport.unpark(thread);
            }
        } catch (IOException | RuntimeException | Error e) {
            taker.failed(e);
        } finally {
            taking.unlock();
        }
    }

    /**
     * The calling thread looks no more.
     *
     * @param found whether it has what it wanted
     */
    void leave(boolean found) {
        long now = System.nanoTime();
        if (found) {
            foundNanos = now;
        } else {
            lookedNanos = now - LOOK_IN_NANOS;
            LockSupport.unpark(thread);
        }
    }
}
