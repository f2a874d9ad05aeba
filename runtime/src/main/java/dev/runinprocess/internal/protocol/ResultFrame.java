package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Payload;

/**
 * What the task returned.
 *
 * @param result what the method's result codec reads
 */
public record ResultFrame(Payload result) {
    /** Of a frame of this class. */
    public static final byte TYPE = 4;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        return new RawFrame(TYPE, result);
    }
}
