package dev.runinprocess.internal.transport;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.internal.protocol.RawFrame;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** The writing end of a link: whole frames, by any number of threads, one after the other. */
public final class FrameOutput implements Closeable {
    /** A frame up to this size goes out in one write, which saves the reader a wake-up. */
    private static final int ONE_WRITE_BYTES = 4096;

    private final OutputStream out;

    /** Writes to an unbuffered stream. */
    public FrameOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a frame. Blocks while the peer lives and does not read.
     *
     * @throws IOException if the peer is gone
     */
    public synchronized void write(RawFrame frame) throws IOException {
        Payload body = frame.body();
        byte[] header = header(frame.type(), body.length());
        if (body.length() <= ONE_WRITE_BYTES) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(header.length + (int) body.length());
            whole.write(header, 0, header.length);
            body.writeTo(whole);
            whole.writeTo(out);
        } else {
            out.write(header);
            body.writeTo(out);
        }
    }

    private static byte[] header(byte type, long length) {
        byte[] header = new byte[RawFrame.HEADER_BYTES];
        header[0] = type;
        for (int i = 0; i < Long.BYTES; i++) {
            header[1 + i] = (byte) (length >>> (Byte.SIZE * i));
        }
        return header;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
