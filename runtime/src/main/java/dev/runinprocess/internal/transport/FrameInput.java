package dev.runinprocess.internal.transport;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.internal.protocol.ProtocolException;
import dev.runinprocess.internal.protocol.RawFrame;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The reading end of a link, for one thread. */
public final class FrameInput implements Closeable {
    private final InputStream in;
    private final byte[] header = new byte[RawFrame.HEADER_BYTES];

    /** Reads from a stream. */
    public FrameInput(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the next frame, blocking until it is whole or the peer is gone.
     *
     * @return the frame, or null if the peer closed the link or died between frames
     * @throws EOFException if the peer died in the middle of a frame
     */
    public @Nullable RawFrame read() throws IOException {
        return read(Long.MAX_VALUE);
    }

    /**
     * Reads the next frame as {@link #read()} does, from a sender who may be a stranger: one that announces more than it may is not waited for.
     *
     * @throws ProtocolException if the frame's body is longer than the limit
     */
    public @Nullable RawFrame read(long bodyLimit) throws IOException {
        int have = in.readNBytes(header, 0, header.length);
        if (have == 0) {
            return null;
        }
        if (have < header.length) {
            throw new EOFException("the link ended inside a frame's header");
        }
        long length = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            length |= (header[1 + i] & 0xFFL) << (Byte.SIZE * i);
        }
        if (length < 0) {
            throw new ProtocolException("a frame's length is negative: length=" + length);
        }
        if (length > bodyLimit) {
            throw new ProtocolException("a frame is longer than its kind may be: type=" + header[0] + ", length="
                    + length + ", limit=" + bodyLimit);
        }
        return new RawFrame(header[0], Payload.read(in, length));
    }

    /** Whether the peer has sent something that was not read yet; false at the end, too. */
    public boolean isReady() throws IOException {
        return in.available() > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
