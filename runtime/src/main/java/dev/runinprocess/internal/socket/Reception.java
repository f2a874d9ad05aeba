package dev.runinprocess.internal.socket;

import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.park.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who knows the key. One thread talks to all who have connected, without waiting for any: who says nothing, or says it slowly, keeps nobody. Safe for use by many threads.
 */
public final class Reception implements Closeable {
    /*
     * Nobody can keep others out by connecting often. There is room for so many visitors; one more, and whoever has been there longest and not got in has to go. Who knows the key needs some
     * milliseconds, so it would take as many strangers within these to displace one. The same goes for file descriptors, should they run out.
     */
    private static final int MOST_VISITORS = 256;

    private static final int BACKLOG = 128;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final SocketSettings settings;
    private final KeyProof key;
    private final BoundSocket bound;
    private final ServerSocketChannel door;
    private final Selector selector;
    private final SelectionKey doorKey;
    private final Arrivals arrivals = new Arrivals(BACKLOG);
    private final Refusals refusals;

    /** In the order in which they came, which is that of their deadlines. */
    private final Set<SelectionKey> visitors = new LinkedHashSet<>();

    private Deadline pause = Deadline.NEVER;
    private boolean pausing;
    private volatile @Nullable Throwable failure;

    private Reception(BoundSocket bound, SocketSettings settings) throws IOException {
        this.bound = bound;
        this.settings = settings;
        this.key = settings.keyProof();
        this.door = bound.channel();
        this.refusals = new Refusals(bound.name());
        door.configureBlocking(false);
        selector = Selector.open();
        try {
            doorKey = door.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
    }

    /** Opens the door. Takes over the socket, also if this fails. */
    public static Reception open(BoundSocket bound, SocketSettings settings) throws IOException {
        Reception reception;
        try {
            Rehearsal.hold(settings.keyProof());
            reception = new Reception(bound, settings);
        } catch (IOException | RuntimeException e) {
            bound.close();
            throw e;
        }
        Thread thread = new Thread(reception::run, "runinprocess-listener-" + bound.name());
        thread.setDaemon(true);
        thread.start();
        return reception;
    }

    /**
     * Waits for somebody who knows the key.
     *
     * @return null if the deadline is over
     * @throws ClosedChannelException if this is closed, now or meanwhile
     */
    public @Nullable Wire take(Deadline deadline) throws ClosedChannelException, InterruptedException {
        Wire taken;
        try {
            taken = arrivals.take(deadline);
        } catch (ClosedChannelException e) {
            if (failure != null) {
                e.initCause(failure);
            }
            throw e;
        }
        // There is room for another one.
        selector.wakeup();
        return taken;
    }

    /** How many did not get in. */
    public long refused() {
        return refusals.sum();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                receive();
            }
        } catch (IOException | RuntimeException | Error e) {
            // To be closed in the middle of anything is how it ends.
            if (selector.isOpen()) {
                failure = e;
                Log.warning("The listener at " + bound.name() + " failed, and is closed", e);
            }
        } finally {
            visitors.forEach(each -> visitor(each).hangUp());
            close();
        }
    }

    private void receive() throws IOException {
        boolean welcome = !pausing && !arrivals.areEnough();
        doorKey.interestOps(welcome ? SelectionKey.OP_ACCEPT : 0);
        List<SelectionKey> ready = new ArrayList<>();
        Consumer<SelectionKey> note = ready::add;
        long nanos = Math.min(pause.left(), nextDeadline());
        if (nanos == Long.MAX_VALUE) {
            selector.select(note);
        } else if (nanos > 0) {
            selector.select(note, TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
        } else {
            selector.selectNow(note);
        }
        if (pausing && pause.isOver()) {
            pausing = false;
            pause = Deadline.NEVER;
        }
        for (SelectionKey each : ready) {
            if (each == doorKey) {
                letIn();
            } else if (visitors.contains(each)) {
                advance(each);
            }
        }
        dismissTheLate();
    }

    private long nextDeadline() {
        Iterator<SelectionKey> first = visitors.iterator();
        return first.hasNext() ? Math.max(0, visitor(first.next()).deadline().left()) : Long.MAX_VALUE;
    }

    private static Visitor visitor(SelectionKey key) {
        return (Visitor) Objects.requireNonNull(key.attachment());
    }

    private void letIn() throws IOException {
        try {
            for (SocketChannel channel = door.accept(); channel != null; channel = door.accept()) {
                greet(channel);
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            makeRoom("nobody could connect: " + e);
        }
    }

    /*
     * Mostly, this process has no file descriptors left. So half of the visitors go, whoever has been there longest; to log that takes descriptors, too, so they are free before. (A channel that is registered
     * is closed only by the next selection.)
     */
    private void makeRoom(String why) throws IOException {
        int leaving = (visitors.size() + 1) / 2;
        for (int i = 0; i < leaving; i++) {
            SelectionKey oldest = visitors.iterator().next();
            visitors.remove(oldest);
            oldest.cancel();
            refusals.count();
            visitor(oldest).hangUp();
        }
        if (leaving == 0) {
            pausing = true;
            pause = Deadline.after(PAUSE_NANOS, TimeUnit.NANOSECONDS);
            return;
        }
        int unused = selector.selectNow();
        selector.selectedKeys().clear();
        refusals.tell("clients", "They were the slowest when " + why + ".");
    }

    private void greet(SocketChannel channel) throws IOException {
        if (visitors.size() >= MOST_VISITORS) {
            dismiss(visitors.iterator().next(), "It was the slowest when too many connected at the same time.");
        }
        try {
            Visitor visitor = new Visitor(channel, settings, key);
            visitors.add(channel.register(selector, visitor.interest(), visitor));
        } catch (IOException e) {
            channel.close();
            refusals.count();
            refusals.tell("a client", "It is gone already: " + e + ".");
        }
    }

    private void advance(SelectionKey key) {
        Visitor visitor = visitor(key);
        try {
            Wire wire = visitor.advance();
            if (wire == null) {
                key.interestOps(visitor.interest());
            } else {
                visitors.remove(key);
                key.cancel();
                if (!arrivals.add(wire)) {
                    wire.close();
                }
            }
        } catch (AuthenticationException e) {
            dismiss(key, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | Error e) {
            // Also what users' key managers throw, or a class that cannot be loaded for want of file descriptors.
            dismiss(key, e.toString());
        }
    }

    private void dismissTheLate() {
        Iterator<SelectionKey> oldest = visitors.iterator();
        while (oldest.hasNext()) {
            SelectionKey key = oldest.next();
            if (!visitor(key).deadline().isOver()) {
                return;
            }
            oldest.remove();
            hangUp(key, "It has not finished the handshake in time.");
        }
    }

    private void dismiss(SelectionKey key, String why) {
        visitors.remove(key);
        hangUp(key, why);
    }

    private void hangUp(SelectionKey key, String why) {
        Visitor visitor = visitor(key);
        key.cancel();
        refusals.count();
        visitor.hangUp();
        refusals.tell(visitor.hasSpoken() ? "a client" : "a client that said nothing", why);
    }

    /** Lets nobody in any more, and hangs up on those that nobody has taken. */
    @Override
    public void close() {
        try (bound;
                selector) {
            for (Wire each : arrivals.close()) {
                each.close();
            }
        } catch (IOException e) {
            Log.warning("The listener at " + bound.name() + " could not be closed in order", e);
        }
    }
}
