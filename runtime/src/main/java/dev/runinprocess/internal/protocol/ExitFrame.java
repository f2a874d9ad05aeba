package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * The child's last act, behind all its hooks: no code of its own follows, and the operating system has only to free its memory.
 *
 * @param exitCode what its process will end with
 */
public record ExitFrame(int exitCode) {
    /** Of a frame of this class. */
    public static final byte TYPE = 8;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        out.writeInt(exitCode);
        return new RawFrame(TYPE, out.toPayload());
    }

    /** Reads one. */
    public static ExitFrame from(RawFrame raw) {
        return new ExitFrame(new ValueReader(raw.body()).readInt());
    }
}
