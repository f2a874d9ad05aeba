package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The encoded arguments of a call, or of each call of a run. They do not change. */
final class Arguments {
    private static final byte[] NONE = {};

    private final byte[] bytes;

    /** Where those of each call of a run end. */
    private final int @Nullable [] ends;

    /** How many bytes those of each call take, as they go into a message: a worker that gets a part of a run gets a part of these. */
    private final byte @Nullable [] lengths;

    private final @Nullable ValueWriter large;

    private Arguments(byte[] bytes, int @Nullable [] ends, @Nullable ValueWriter large) {
        this.bytes = bytes;
        this.ends = ends;
        this.lengths = ends == null ? null : lengths(ends);
        this.large = large;
    }

    /** Those of one call. */
    static Arguments single(byte[] bytes) {
        return new Arguments(bytes, null, null);
    }

    /** Those of one call, which stay where they were written. */
    static Arguments large(ValueWriter large) {
        return new Arguments(NONE, null, large);
    }

    /**
     * Those of a run, one behind the other.
     *
     * @param ends where those of each call end
     */
    static Arguments run(byte[] bytes, int[] ends) {
        return new Arguments(bytes, ends, null);
    }

    boolean isRun() {
        return ends != null;
    }

    /** Of how many calls. */
    int count() {
        return ends == null ? 1 : ends.length;
    }

    /** Where they are if they are large. */
    @Nullable
    ValueWriter large() {
        return large;
    }

    /** How many bytes some take in a message. */
    int bytes(int from, int to) {
        return end(to) - end(from) + Integer.BYTES * (to - from);
    }

    /** Where those before one of them end. */
    private int end(int call) {
        if (ends == null) {
            return call == 0 ? 0 : bytes.length;
        }
        return call == 0 ? 0 : ends[call - 1];
    }

    /** How many calls, of some, fit into so many bytes. */
    int fitting(int from, int to, long room) {
        if (bytes(from, to) <= room) {
            return to - from;
        }
        int fits = from;
        int tooMany = to;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (bytes(from, middle) <= room) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits - from;
    }

    /** Writes some: how many bytes each takes, and then all those. */
    void write(ValueWriter out, int from, int to) {
        if (lengths == null) {
            out.writeInt(bytes.length);
        } else {
            out.writeBytes(lengths, from * Integer.BYTES, (to - from) * Integer.BYTES);
        }
        out.writeBytes(bytes, end(from), end(to) - end(from));
    }

    /** Copies what was written. */
    static byte[] copy(ValueWriter written) {
        byte[] bytes = new byte[(int) written.length()];
        written.copyTo(bytes, 0);
        return bytes;
    }

    /** Numbers in the order of bytes that {@link ValueWriter#writeInt} has. */
    private static byte[] lengths(int[] ends) {
        byte[] lengths = new byte[ends.length * Integer.BYTES];
        ByteBuffer target = ByteBuffer.wrap(lengths).order(ByteOrder.LITTLE_ENDIAN);
        int begin = 0;
        for (int end : ends) {
            target.putInt(end - begin);
            begin = end;
        }
        return lengths;
    }
}
