package dev.runinprocess.internal.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Messages as they lie on the wire, by the picture in {@link MessageLayout}. */
final class SentBytes {
    private static final int SEGMENT_BYTES = 1000;

    private SentBytes() {}

    /** A whole message, in segments of a thousand bytes. */
    static byte[] of(byte kind, byte[] message) {
        int segments = (message.length + SEGMENT_BYTES - 1) / SEGMENT_BYTES;
        ByteBuffer wire = ByteBuffer.allocate(
                        MessageLayout.HEADER_BYTES + segments * MessageLayout.SIZE_BYTES + message.length + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(kind)
                .putLong(message.length);
        for (int at = 0; at < message.length; at += SEGMENT_BYTES) {
            int size = Math.min(SEGMENT_BYTES, message.length - at);
            wire.putShort((short) size).put(message, at, size);
        }
        return wire.put((byte) 1).array();
    }
}
