package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Payload;

/** The answer of a JVM that was started ahead to an {@link OrderFrame} with another secret than its own: whoever sent it is not its parent. */
public final class RefusedFrame {
    /** Of a frame of this class. */
    public static final byte TYPE = 20;

    private RefusedFrame() {}

    /** The frame, which is the same each time. */
    public static RawFrame toRaw() {
        return new RawFrame(TYPE, Payload.empty());
    }
}
