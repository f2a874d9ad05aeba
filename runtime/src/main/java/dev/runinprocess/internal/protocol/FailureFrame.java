package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * What the task threw.
 *
 * @param thrown the exception, taken apart
 */
public record FailureFrame(ThrownException thrown) {
    /** Of a frame of this class. */
    public static final byte TYPE = 5;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        thrown.write(out);
        return new RawFrame(TYPE, out.toPayload());
    }

    /**
     * Reads one.
     *
     * @throws ProtocolException if it lacks what each has
     */
    public static FailureFrame from(RawFrame raw) throws ProtocolException {
        return new FailureFrame(read(new ValueReader(raw.body())));
    }

    /** Writes an exception into another message. */
    public static void write(ThrownException thrown, ValueWriter out) {
        thrown.write(out);
    }

    /**
     * Reads one that {@link #write} wrote.
     *
     * @throws ProtocolException if it lacks what each has
     */
    public static ThrownException read(ValueReader in) throws ProtocolException {
        return ThrownException.read(in);
    }
}
