package dev.runinprocess.internal.ring;

/**
 * What precedes the bytes of a piece in a ring: a word.
 *
 * <pre>
 *  63        42 41    34   33      32   31        0
 * +------------+--------+------+-------+-----------+
 * |     0      |  kind  | last | first |  length   |
 * +------------+--------+------+-------+-----------+
 * </pre>
 *
 * A message is one piece, first and last; or several, the first of which has the length of all in a second word. A piece takes a multiple of 8 bytes.
 */
final class Piece {
    static final int WORD_BYTES = 8;

    /** The largest kind. */
    static final int MAX_KIND = 255;

    private static final long LENGTH_MASK = 0xffff_ffffL;
    private static final long FIRST = 1L << 32;
    private static final long LAST = 1L << 33;
    private static final int KIND_SHIFT = 34;

    private Piece() {}

    static long whole(int kind, int length) {
        return of(kind, length, true, true);
    }

    static long of(int kind, int length, boolean first, boolean last) {
        return ((long) kind << KIND_SHIFT) | (first ? FIRST : 0) | (last ? LAST : 0) | length;
    }

    static int length(long word) {
        return (int) (word & LENGTH_MASK);
    }

    static int kind(long word) {
        return (int) (word >>> KIND_SHIFT);
    }

    static boolean isFirst(long word) {
        return (word & FIRST) != 0;
    }

    static boolean isWhole(long word) {
        return (word & (FIRST | LAST)) == (FIRST | LAST);
    }

    static boolean isLast(long word) {
        return (word & LAST) != 0;
    }

    /** Where in the piece its bytes begin. */
    static int headerBytes(long word) {
        return (word & (FIRST | LAST)) == FIRST ? 2 * WORD_BYTES : WORD_BYTES;
    }

    /** What the piece takes in the ring. */
    static int bytes(long word) {
        return headerBytes(word) + padded(length(word));
    }

    /** Up to a multiple of 8. */
    static int padded(int length) {
        return (length + WORD_BYTES - 1) & -WORD_BYTES;
    }
}
