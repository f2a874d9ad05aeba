package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.log.Log;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells when there is something to read, for those who wait for other things, too, and cannot wait at a {@link Gate}. One thread for all sockets of the process, started when it is first needed. Safe for
 * use by many threads.
 */
public final class SocketWatch {
    private static @Nullable SocketWatch current;

    private final Selector selector;

    private SocketWatch(Selector selector) {
        this.selector = selector;
    }

    private static synchronized SocketWatch current() throws IOException {
        if (current == null) {
            SocketWatch made = new SocketWatch(Selector.open());
            Thread thread = new Thread(made::run, "runinprocess-sockets");
            thread.setDaemon(true);
            thread.start();
            current = made;
        }
        return current;
    }

    /**
     * Runs something when there is something to read, once, in the watch's own thread; it takes no time. Each time this is called for a wire, what was to be run before is forgotten.
     *
     * @throws ClosedChannelException if the wire is closed
     */
    public static void once(Wire wire, Runnable readable) throws IOException {
        SocketWatch watch = current();
        wire.channel().register(watch.selector, SelectionKey.OP_READ, readable);
        watch.selector.wakeup();
    }

    /** Lets go of wires that were closed. */
    public static void forgetClosed() throws IOException {
        current().selector.wakeup();
    }

    private void run() {
        List<SelectionKey> ready = new ArrayList<>();
        while (true) {
            try {
                ready.clear();
                int unused = selector.select(ready::add);
                ready.forEach(SocketWatch::tell);
            } catch (IOException | RuntimeException | Error e) {
                // Others may still be served.
                Log.warning("The watch over sockets failed", e);
            }
        }
    }

    private static void tell(SelectionKey key) {
        try {
            key.interestOps(0);
            ((Runnable) Objects.requireNonNull(key.attachment())).run();
        } catch (CancelledKeyException e) {
            // It was closed, and who closed it told those who wait.
        }
    }
}
