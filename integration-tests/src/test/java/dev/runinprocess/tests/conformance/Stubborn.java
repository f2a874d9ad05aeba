package dev.runinprocess.tests.conformance;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * A value that refuses to be encoded, or to be read.
 *
 * @param number which one
 */
record Stubborn(int number) {
    /** The one that can be encoded, and not read. */
    static final int UNREADABLE = -1;

    /** Refuses. */
    static final class StubbornCodec implements Codec<Stubborn> {
        @Override
        public void write(ValueWriter out, Stubborn value) {
            if (value.number != UNREADABLE) {
                throw new IllegalStateException("cannot be encoded");
            }
        }

        @Override
        public Stubborn read(ValueReader in) {
            throw new IllegalStateException("cannot be read");
        }
    }
}
