package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * The parent's wish that a task's thread be interrupted.
 *
 * @param task the task's number; 1 in a child that runs but one
 */
public record InterruptFrame(long task) {
    /** Of a frame of this class. */
    public static final byte TYPE = 3;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        out.writeLong(task);
        return new RawFrame(TYPE, out.toPayload());
    }

    /**
     * Reads one.
     *
     * @throws ProtocolException if it names no task
     */
    public static InterruptFrame from(RawFrame raw) throws ProtocolException {
        if (raw.body().length() != Long.BYTES) {
            throw new ProtocolException(
                    "an interrupt names no task: length=" + raw.body().length());
        }
        return new InterruptFrame(new ValueReader(raw.body()).readLong());
    }
}
