package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Payload;

/**
 * The child's word that its JVM is shutting down in order: what tells {@code System.exit(137)} from SIGKILL. A child that takes long repeats it, which
 * shows it whether its parent lives.
 */
public final class ExitingFrame {
    /** Of a frame of this class. */
    public static final byte TYPE = 6;

    private ExitingFrame() {}

    /** The frame, which is the same each time. */
    public static RawFrame toRaw() {
        return new RawFrame(TYPE, Payload.empty());
    }
}
