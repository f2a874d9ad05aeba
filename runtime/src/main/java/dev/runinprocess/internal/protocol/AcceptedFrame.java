package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Payload;

/** The answer of a JVM that was started ahead to an {@link OrderFrame}: it runs, and does what it is told. */
public final class AcceptedFrame {
    /** Of a frame of this class. */
    public static final byte TYPE = 19;

    private AcceptedFrame() {}

    /** The frame, which is the same each time. */
    public static RawFrame toRaw() {
        return new RawFrame(TYPE, Payload.empty());
    }
}
