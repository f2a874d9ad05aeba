package dev.runinprocess.internal.pool;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The way of a worker's calls to it: in their order, by one thread at a time. Safe for use by many threads. */
final class Sender {
    /*
     * Who gives calls waits for no worker: one that is stopped, or long at something, reads nothing, and others want their calls. So what does not fit into its ring at once is sent by a
     * thread for callbacks. Whoever comes meanwhile only says that there is more.
     */
    private final Dispatcher dispatcher;
    private final Worker worker;
    private final CallsWriter writer;
    private final AtomicInteger wishes = new AtomicInteger();
    private final Object sending = new Object();

    /** For who sends. */
    private boolean ended;

    Sender(Dispatcher dispatcher, Worker worker, RingLink link) {
        this.dispatcher = dispatcher;
        this.worker = worker;
        this.writer = new CallsWriter(link);
    }

    /** Sends what the worker was given, or sees to it. Waits for nothing. */
    void send() {
        if (wishes.getAndIncrement() == 0) {
            send(false);
        }
    }

    private void send(boolean mayWait) {
        int fulfilled;
        do {
            fulfilled = wishes.get();
            if (!sendAll(mayWait)) {
                sendElsewhere();
                return;
            }
        } while (wishes.addAndGet(-fulfilled) > 0);
    }

    private void sendElsewhere() {
        try {
            CallbackThreads.run(() -> send(true));
        } catch (RuntimeException | Error e) {
            // There are no more threads. Better late than never.
            send(true);
        }
    }

    private boolean sendAll(boolean mayWait) {
        synchronized (sending) {
            try {
                while (!ended) {
                    if (!writer.send(mayWait)) {
                        return false;
                    }
                    List<Portion> calls = dispatcher.takeOutgoing(worker);
                    if (calls.isEmpty()) {
                        return true;
                    }
                    writer.add(calls);
                }
            } catch (IOException e) {
                // It is dead, and the thread that hears it gives its calls to others.
            } catch (RuntimeException | Error e) {
                // It has a part of what it was to be sent, and would wait for the rest for ever.
                worker.failed(e);
            }
            return true;
        }
    }

    /** Sends no more: its memory will be another's. The worker is dead, so nobody waits for room. */
    void end() {
        synchronized (sending) {
            ended = true;
        }
    }
}
