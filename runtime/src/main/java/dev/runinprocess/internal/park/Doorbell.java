package dev.runinprocess.internal.park;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.shm.Commons;
import java.io.IOException;
import java.io.RandomAccessFile;

/** This process's bell, and the thread that listens. */
final class Doorbell implements Runnable {
    private static final int BUFFER_BYTES = 64;
    private static final long LEAVE_MILLIS = 200;

    private final Commons commons;
    private final Runnable heard;
    private final RandomAccessFile fifo;
    private volatile boolean closing;

    private Doorbell(Commons commons, RandomAccessFile fifo, Runnable heard) {
        this.commons = commons;
        this.fifo = fifo;
        this.heard = heard;
    }

    /**
     * Opens it and starts to listen.
     *
     * @param heard what to do at each ring
     * @param closed what to do when this JVM ends, at which the bell is heard no more
     * @throws IllegalStateException if it cannot be made
     */
    static void open(Commons commons, Runnable heard, Runnable closed) {
        int slot = commons.slot();
        BellFifo bell;
        try {
            bell = BellFifo.open(commons.directory(), slot, commons.slots().size());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make what wakes the waiting threads of this process: " + e, e);
        }
        commons.slots().bell(slot, bell.where());
        // The slot's process before may have been rung at without a listener.
        commons.slots().clearRung(slot);
        Doorbell doorbell = new Doorbell(commons, bell.reader(), heard);
        Thread thread = new Thread(null, doorbell, "runinprocess-doorbell", 0, false);
        thread.setDaemon(true);
        thread.start();
        doorbell.leaveAtEnd(thread, closed);
    }

    /** A JVM that ends waits 300 ms for threads in native code, such as a read. */
    private void leaveAtEnd(Thread listener, Runnable closed) {
        Thread hook = new Thread(() -> leave(listener, closed), "runinprocess-doorbell-end");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM ends already; who waits now still hears.
        }
    }

    private void leave(Thread listener, Runnable closed) {
        closing = true;
        closed.run();
        try {
            fifo.write(1);
            listener.join(LEAVE_MILLIS);
        } catch (IOException e) {
            // The JVM's end takes 300 ms more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        byte[] rings = new byte[BUFFER_BYTES];
        while (!closing) {
            try {
                int unused = fifo.read(rings);
            } catch (IOException e) {
                throw new IllegalStateException("This process's doorbell broke: " + e, e);
            }
            commons.slots().clearRung(commons.slot());
            lookAround();
        }
    }

    /** One failure, say for want of memory, must not leave all later rings unheard. */
    private void lookAround() {
        try {
            heard.run();
        } catch (RuntimeException | Error e) {
            Log.warning("This process may wake a waiting thread late", e);
        }
    }
}
