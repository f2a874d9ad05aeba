package dev.runinprocess.codec;

import java.util.BitSet;

/** Bit sets, as longs. */
final class BitSetCodec implements Codec<BitSet> {
    static final BitSetCodec INSTANCE = new BitSetCodec();

    private BitSetCodec() {}

    @Override
    public void write(ValueWriter out, BitSet value) {
        IntegralArrayCodecs.OfLong.INSTANCE.write(out, value.toLongArray());
    }

    @Override
    public BitSet read(ValueReader in) {
        return BitSet.valueOf(IntegralArrayCodecs.OfLong.INSTANCE.read(in));
    }
}
