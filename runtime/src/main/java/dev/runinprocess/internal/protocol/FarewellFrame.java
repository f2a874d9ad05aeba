package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Payload;

/** The parent's answer to {@link ExitingFrame}: it has no more to say, so the child may stop listening. */
public final class FarewellFrame {
    /** Of a frame of this class. */
    public static final byte TYPE = 7;

    private FarewellFrame() {}

    /** The frame, which is the same each time. */
    public static RawFrame toRaw() {
        return new RawFrame(TYPE, Payload.empty());
    }
}
