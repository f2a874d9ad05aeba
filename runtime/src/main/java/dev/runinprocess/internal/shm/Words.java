package dev.runinprocess.internal.shm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Mapped memory as 64-bit words, each at a multiple of eight. The orderings are those of {@link VarHandle}: the hardware keeps them between processes that map the
 * same page exactly as between threads. Safe for use by many threads and processes.
 */
public final class Words {
    /** The size of one. */
    public static final int BYTES = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer bytes;

    /** Words in a direct buffer. */
    public Words(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Reads without any ordering. */
    public long plain(int at) {
        return (long) WORD.get(bytes, at);
    }

    /** Writes without any ordering. */
    public void plain(int at, long value) {
        WORD.set(bytes, at, value);
    }

    /** Reads; what comes after sees all that came before the matching release. */
    public long acquire(int at) {
        return (long) WORD.getAcquire(bytes, at);
    }

    /** Writes; all that came before is seen by who acquires this value. */
    public void release(int at, long value) {
        WORD.setRelease(bytes, at, value);
    }

    /** Reads in the one total order of volatile accesses. */
    public long ordered(int at) {
        return (long) WORD.getVolatile(bytes, at);
    }

    /** Writes in the one total order of volatile accesses: no later one overtakes it. */
    public void ordered(int at, long value) {
        WORD.setVolatile(bytes, at, value);
    }

    /** Writes a value in place of an expected one, or nothing. */
    public boolean compareAndSet(int at, long expected, long value) {
        return WORD.compareAndSet(bytes, at, expected, value);
    }

    /** Writes a value and returns the former. */
    public long swap(int at, long value) {
        return (long) WORD.getAndSet(bytes, at, value);
    }

    /** Adds and returns the former value. */
    public long getAndAdd(int at, long delta) {
        return (long) WORD.getAndAdd(bytes, at, delta);
    }

    /** Sets bits and returns the former value. */
    public long getAndSetBits(int at, long bits) {
        return (long) WORD.getAndBitwiseOr(bytes, at, bits);
    }

    /** Clears bits and returns the former value. */
    public long getAndClearBits(int at, long bits) {
        return (long) WORD.getAndBitwiseAnd(bytes, at, ~bits);
    }
}
