package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Payload;

/**
 * A frame whose body is still bytes.
 *
 * <pre>
 *   0        1                 9
 *   +--------+-----------------+------------------+
 *   | type   | length of body  | body             |
 *   | 1 byte | 8 bytes, little | length bytes     |
 *   +--------+-----------------+------------------+
 * </pre>
 *
 * @param type one of the frames' {@code TYPE}s
 * @param body what the frame's own class reads
 */
public record RawFrame(byte type, Payload body) {
    /** Bytes before the body. */
    public static final int HEADER_BYTES = 9;

    /** With the header. */
    public long length() {
        return HEADER_BYTES + body.length();
    }
}
