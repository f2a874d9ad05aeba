package dev.runinprocess.internal.socket;

/**
 * How a message lies on the wire, numbers little endian. Who is interrupted while sending ends it with a size of 0, or with {@link #DROPPED}; what came of it until then is forgotten.
 *
 * <pre>
 *   0       1                9
 *   +-------+----------------+---------------------------+-----+-------+
 *   | kind  | length of all  | size, so many bytes       | ... | mark  |
 *   | 1     | 8              | 2, 1 to 65535             |     | 1     |
 *   +-------+----------------+---------------------------+-----+-------+
 * </pre>
 */
final class MessageLayout {
    static final int HEADER_BYTES = 9;
    static final int SIZE_BYTES = 2;
    static final int LARGEST_SEGMENT_BYTES = 0xFFFF;

    /** The last byte of a message that is to be received. One byte, because one byte goes out or does not. */
    static final byte WHOLE = 1;

    /** The last byte of one that is not. */
    static final byte DROPPED = 0;

    /** More than this no array can have. */
    static final int LONGEST_MESSAGE_BYTES = Integer.MAX_VALUE - 8;

    private MessageLayout() {}
}
