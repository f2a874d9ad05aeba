package dev.runinprocess.memory;

/**
 * What lies where in the memory of a {@link SharedList}.
 *
 * <pre>
 *      0  magic number and version
 *      8  n, the number of elements
 *     16  offset of slot 0
 *      …
 * 16+8n  offset of the end of slot n-1
 *
 *  slot:  0  kind of value (upper 32 bits), its bytes (lower 32 bits)
 *         8  the value
 * </pre>
 */
final class SharedListLayout {
    static final long MAGIC = 0x52_49_50_4C_69_73_74_01L;
    static final int MAGIC_AT = 0;
    static final int COUNT_AT = 8;
    static final int SLOT_HEADER_BYTES = 8;

    private static final int TABLE_AT = 16;

    private SharedListLayout() {}

    /** Where the offset of a slot stands; that of the one after the last is the end. */
    static long slotAt(int index) {
        return TABLE_AT + (long) Long.BYTES * index;
    }

    /** Where the first slot lies. */
    static long firstSlot(int count) {
        return slotAt(count + 1);
    }

    /** The room for a value: as many bytes as it has, in eights, and eight at least. */
    static long capacityFor(int bytes) {
        return Math.max(Long.BYTES, (bytes + 7L) & ~7L);
    }

    static long header(int kind, int bytes) {
        return (long) kind << Integer.SIZE | bytes;
    }

    static int kind(long header) {
        return (int) (header >>> Integer.SIZE);
    }

    static int bytes(long header) {
        return (int) header;
    }
}
