package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sending end of a value's way through its {@link Codec}: values in, a {@link Payload} out. Numbers are little endian and of
 * fixed width. For one thread; a writer serves one message at a time, and one that failed yields none.
 */
public final class ValueWriter {
    static final byte NULL = 0;
    static final byte PRESENT = 1;

    private static final int FIRST_CHUNK_BYTES = 256;
    private static final int FIRST_LANDMARK_DEPTH = 32;

    /*
     * What is written never moves: a full chunk is set aside and another one begun, twice as large each time. A number
     * does not straddle two chunks.
     */
    private ByteBuffer[] fullChunks = new ByteBuffer[4];
    private int fullCount;
    private long fullBytes;
    private byte[] chunk = new byte[FIRST_CHUNK_BYTES];
    private int position;

    /*
     * A value that contains itself is found as Brent's algorithm finds a cycle: one value on the way down is remembered, at depth 32, 49,
     * 74 and so on, until its own write is over. Whoever meets it again before that is inside it. The codec counts, too,
     * because one codec may hand the same value on to another. The depths are no multiples of each other, so that one of them is
     * sure to fall on a value whose codec is the same each time; the codec of a list is mostly a new one.
     */
    private int depth;
    private int nextLandmarkDepth = FIRST_LANDMARK_DEPTH;
    private int landmarkDepth;
    private @Nullable Object landmark;
    private @Nullable Codec<?> landmarkCodec;

    /** Smaller arrays are copied for less than it costs to begin another chunk behind them. */
    private static final int LEAST_LENT_BYTES = 1 << 12;

    private final boolean lending;
    private boolean hasLent;

    private boolean failed;

    /** What to do if nobody gets what was written. */
    private @Nullable List<Runnable> losses;

    /** Creates an empty one. */
    public ValueWriter() {
        this(false);
    }

    private ValueWriter(boolean lending) {
        this.lending = lending;
    }

    /** Creates an empty one that need not copy large arrays. What was written must be copied out before whoever gave the values goes on. */
    public static ValueWriter lending() {
        return new ValueWriter(true);
    }

    /** Writes one byte, 0 or 1. */
    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /** Writes one byte. */
    public void writeByte(int value) {
        int at = reserve(1);
        chunk[at] = (byte) value;
    }

    /** Writes two bytes. */
    public void writeShort(int value) {
        int at = reserve(Short.BYTES);
        chunk[at] = (byte) value;
        chunk[at + 1] = (byte) (value >> 8);
    }

    /** Writes two bytes. */
    public void writeChar(char value) {
        writeShort(value);
    }

    /** Writes four bytes. */
    public void writeInt(int value) {
        int at = reserve(Integer.BYTES);
        putInt(chunk, at, value);
    }

    /** Writes eight bytes. */
    public void writeLong(long value) {
        int at = reserve(Long.BYTES);
        putInt(chunk, at, (int) value);
        putInt(chunk, at + Integer.BYTES, (int) (value >>> Integer.SIZE));
    }

    /** Puts four bytes where they were reserved. Shifts, because a view by VarHandle takes 5 ms to set up in a fresh JVM. */
    static void putInt(byte[] chunk, int at, int value) {
        chunk[at] = (byte) value;
        chunk[at + 1] = (byte) (value >> 8);
        chunk[at + 2] = (byte) (value >> 16);
        chunk[at + 3] = (byte) (value >> 24);
    }

    /** Writes four bytes: the very bits, whatever kind of NaN they are. */
    public void writeFloat(float value) {
        writeInt(Float.floatToRawIntBits(value));
    }

    /** Writes eight bytes: the very bits, whatever kind of NaN they are. */
    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /** Writes how many elements follow, in one to five bytes; each of them must take a byte at least, or reading refuses them. */
    public void writeLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("A length cannot be negative: length=" + length);
        }
        writeVarint(length);
    }

    /** Writes which one of several alternatives follows, counted from 0, in one to five bytes. */
    public void writeOrdinal(int ordinal) {
        if (ordinal < 0) {
            throw new IllegalArgumentException("An ordinal cannot be negative: ordinal=" + ordinal);
        }
        writeVarint(ordinal);
    }

    /** Writes an unsigned number, seven bits a byte, lowest first; the high bit says that more follow. */
    void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) rest | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /** Writes the bytes themselves, without their number. */
    public void writeBytes(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, room(1, left));
            int to = reserve(part);
            System.arraycopy(bytes, at, chunk, to, part);
            at += part;
            left -= part;
        }
    }

    /** Writes all bytes of an array, which the caller is not going to change; without their number. */
    void writeAllBytes(byte[] bytes) {
        if (!lending || bytes.length < LEAST_LENT_BYTES) {
            writeBytes(bytes, 0, bytes.length);
            return;
        }
        beginChunk(FIRST_CHUNK_BYTES);
        addFull(ByteBuffer.wrap(bytes));
        hasLent = true;
    }

    /**
     * Writes a value of a reference type: a mark, and unless it is null the value by its codec.
     *
     * @throws NotTransferableException if the value, or a part of it, cannot cross: among others if it contains itself or nests too
     *     deep for this thread's stack. The writer is of no use then.
     */
    public <T> void write(Codec<T> codec, @Nullable T value) {
        if (value == null) {
            writeByte(NULL);
            return;
        }
        writeByte(PRESENT);
        if (depth == 0) {
            writeOutermost(codec, value);
            return;
        }
        enter(codec, value);
        codec.write(this, value);
        leave();
    }

    private <T> void writeOutermost(Codec<T> codec, T value) {
        boolean complete = false;
        depth = 1;
        try {
            codec.write(this, value);
            complete = depth == 1; // otherwise a codec has caught the failure of a part and gone on
        } catch (StackOverflowError e) {
            throw Refusal.nestsTooDeep(e);
        } finally {
            depth = 0;
            nextLandmarkDepth = FIRST_LANDMARK_DEPTH;
            failed |= !complete;
        }
    }

    private void enter(Codec<?> codec, Object value) {
        depth++;
        if (value == landmark && codec == landmarkCodec) {
            throw Refusal.containsItself(value);
        }
        if (depth == nextLandmarkDepth) {
            landmark = value;
            landmarkCodec = codec;
            landmarkDepth = depth;
            nextLandmarkDepth = depth + depth / 2 + 1;
        }
    }

    private void leave() {
        if (depth == landmarkDepth) {
            landmark = null;
            landmarkCodec = null;
            landmarkDepth = 0;
            nextLandmarkDepth = depth;
        }
        depth--;
    }

    /**
     * The bytes written so far.
     *
     * @throws IllegalStateException if a write has failed, or has not ended
     */
    public Payload toPayload() {
        if (failed || depth != 0) {
            throw Refusal.incomplete(failed);
        }
        ByteBuffer[] chunks = Arrays.copyOf(fullChunks, fullCount + 1);
        chunks[fullCount] = ByteBuffer.wrap(chunk, 0, position);
        return new Payload(chunks);
    }

    /**
     * The number of bytes written so far.
     *
     * @throws IllegalStateException if a write has failed, or has not ended
     */
    public long length() {
        if (failed || depth != 0) {
            throw Refusal.incomplete(failed);
        }
        return fullBytes + position;
    }

    /** Copies the bytes written so far into a buffer, from an index on; its position stays. */
    public void copyTo(ByteBuffer target, int index) {
        copyTo(target, index, 0, (int) length());
    }

    /** Copies the bytes written so far into an array, from an index on. */
    public void copyTo(byte[] target, int index) {
        int length = (int) length();
        if (fullCount == 0) {
            System.arraycopy(chunk, 0, target, index, length);
        } else {
            copyTo(ByteBuffer.wrap(target), index, 0, length);
        }
    }

    /** Copies some of the bytes written so far, from one on, into a buffer from an index on; its position stays. */
    public void copyTo(ByteBuffer target, int index, long from, int length) {
        long skipped = from;
        int copied = 0;
        for (int i = 0; i <= fullCount && copied < length; i++) {
            byte[] bytes = i < fullCount ? fullChunks[i].array() : chunk;
            int filled = i < fullCount ? fullChunks[i].limit() : position;
            if (skipped >= filled) {
                skipped -= filled;
            } else {
                int part = Math.min(filled - (int) skipped, length - copied);
                target.put(index + copied, bytes, (int) skipped, part);
                copied += part;
                skipped = 0;
            }
        }
    }

    /** Forgets what was written, and whether that failed, for another message. Payloads that were made of it must not be used any more. */
    public void clear() {
        if (fullCount > 0) {
            makeOneChunk();
        }
        fullCount = 0;
        fullBytes = 0;
        position = 0;
        depth = 0;
        nextLandmarkDepth = FIRST_LANDMARK_DEPTH;
        landmarkDepth = 0;
        landmark = null;
        landmarkCodec = null;
        failed = false;
        losses = null;
    }

    /**
     * For a codec of handles: says what is to be done if what was written gets to nobody, because the write of something else fails after it, say, or the process that it was meant for has died. It may be done also after
     * somebody got it, and does nothing then. Mostly there is nothing to do.
     */
    public void whenLost(Runnable action) {
        List<Runnable> all = losses;
        if (all == null) {
            all = new ArrayList<>();
            losses = all;
        }
        all.add(action);
    }

    /** What was said with {@link #whenLost}, for who may find later that what was written gets to nobody: it keeps none of the bytes. Null if there is nothing to do. */
    public @Nullable Runnable losses() {
        List<Runnable> all = losses;
        return all == null ? null : () -> all.forEach(Runnable::run);
    }

    /** Does what was said with {@link #whenLost}: what was written gets to nobody. */
    public void lost() {
        Runnable actions = losses();
        if (actions != null) {
            actions.run();
        }
    }

    /** So that another message like this one needs no chunks of its own. */
    private void makeOneChunk() {
        Arrays.fill(fullChunks, 0, fullCount, null);
        long all = Math.min(fullBytes + position, Payload.LARGEST_CHUNK_BYTES);
        if (!hasLent && chunk.length < all) {
            chunk = new byte[(int) all];
        }
        hasLent = false;
    }

    /** The chunk that is being filled; the next reservation may begin another one. */
    byte[] chunk() {
        return chunk;
    }

    /** Takes some bytes of one chunk, a few at most, and tells their place in {@link #chunk()}. */
    int reserve(int bytes) {
        if (chunk.length - position < bytes) {
            beginChunk(bytes);
        }
        int at = position;
        position = at + bytes;
        return at;
    }

    /** The room left in a chunk, so many bytes at least. If that takes a new one, it is as large as is wanted, within reason. */
    int room(int atLeast, long wanted) {
        if (chunk.length - position < atLeast) {
            beginChunk(wanted);
        }
        return chunk.length - position;
    }

    /** The place of one or more units of bytes, as many as there is room for, up to the number given. The caller fills it, all. */
    ByteBuffer window(int unitBytes, int units) {
        int bytes = unitBytes * Math.min(units, room(unitBytes, (long) unitBytes * units) / unitBytes);
        int at = reserve(bytes);
        return ByteBuffer.wrap(chunk, at, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void addFull(ByteBuffer full) {
        if (fullCount == fullChunks.length) {
            fullChunks = Arrays.copyOf(fullChunks, 2 * fullCount);
        }
        fullChunks[fullCount++] = full;
        fullBytes += full.remaining();
    }

    private void beginChunk(long wanted) {
        addFull(ByteBuffer.wrap(chunk, 0, position));
        long size = Math.max(FIRST_CHUNK_BYTES, Math.max(fullBytes, wanted));
        chunk = new byte[(int) Math.min(size, Payload.LARGEST_CHUNK_BYTES)];
        position = 0;
    }
}
