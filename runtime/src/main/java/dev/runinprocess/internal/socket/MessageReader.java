package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * The messages that come over a wire, one after the other. What came of a message is kept when waiting ends early, by an interrupt or a deadline. For one thread at a time.
 */
public final class MessageReader {
    private static final int FEW_BYTES = 1 << 12;
    private static final int MANY_BYTES = 1 << 16;

    private final Wire wire;
    private final MessageAssembler assembler;

    /** What was read and not yet looked at; from position to limit. */
    private ByteBuffer read = ByteBuffer.allocate(FEW_BYTES).limit(0);

    private @Nullable Message whole;
    private @Nullable String end;
    private @Nullable IOException failure;

    /** Reads messages of kinds from 1 on, so many, and of a length up to the limit. */
    public MessageReader(Wire wire, int kinds, int limit) {
        this.wire = wire;
        this.assembler = new MessageAssembler(kinds, limit);
    }

    /** The first message that was not yet taken; null if there is none. */
    public @Nullable Message message() {
        return whole;
    }

    /** Takes it. */
    public void take() {
        whole = null;
    }

    /** Whether there is one, or it is known that none comes any more. */
    public boolean hasMessageOrEnd() {
        return whole != null || end != null;
    }

    /** What is known of the end of messages, as a sentence; null if more may come. */
    public @Nullable String end() {
        return end;
    }

    /**
     * Waits until there is a message or the end of them, or the deadline is over.
     *
     * @return whether there is
     * @throws IOException if these are no messages, or the network failed, now or before
     */
    public boolean await(Deadline deadline) throws IOException, InterruptedException {
        while (!advance()) {
            if (deadline.isOver()) {
                return false;
            }
            wire.awaitReadable(deadline);
        }
        return true;
    }

    /** As {@link #await}, without waiting. */
    public boolean advance() throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            while (whole == null && end == null) {
                if (read.hasRemaining()) {
                    whole = assembler.take(read);
                } else if (!refill()) {
                    return false;
                }
            }
            return true;
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private boolean refill() throws IOException {
        if (assembler.left() > read.capacity() && read.capacity() < MANY_BYTES) {
            read = ByteBuffer.allocate(MANY_BYTES);
        }
        read.clear();
        try {
            int came = wire.read(read);
            if (came < 0) {
                end = assembler.isInside()
                        ? "It went in the middle of a message: " + assembler.progress() + "."
                        : "It was closed, or its process died.";
            }
            return came != 0;
        } catch (EOFException e) {
            end = "It is gone without a farewell: " + e.getMessage() + ".";
            return true;
        } finally {
            read.flip();
        }
    }
}
