package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Payload;

/** The parent's wish that the task's thread be interrupted. */
public final class InterruptFrame {
    /** Of a frame of this class. */
    public static final byte TYPE = 3;

    private InterruptFrame() {}

    /** The frame, which is the same each time. */
    public static RawFrame toRaw() {
        return new RawFrame(TYPE, Payload.empty());
    }
}
