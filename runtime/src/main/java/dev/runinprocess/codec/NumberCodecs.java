package dev.runinprocess.codec;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of any size, one codec each. */
final class NumberCodecs {
    private NumberCodecs() {}

    static final class OfBigInteger implements Codec<BigInteger> {
        static final OfBigInteger INSTANCE = new OfBigInteger();

        @Override
        public void write(ValueWriter out, BigInteger value) {
            byte[] bytes = value.toByteArray();
            out.writeLength(bytes.length);
            out.writeBytes(bytes, 0, bytes.length);
        }

        @Override
        public BigInteger read(ValueReader in) {
            byte[] bytes = new byte[in.readLength()];
            in.readBytes(bytes, 0, bytes.length);
            return new BigInteger(bytes);
        }
    }

    static final class OfBigDecimal implements Codec<BigDecimal> {
        static final OfBigDecimal INSTANCE = new OfBigDecimal();

        @Override
        public void write(ValueWriter out, BigDecimal value) {
            out.writeInt(value.scale());
            OfBigInteger.INSTANCE.write(out, value.unscaledValue());
        }

        @Override
        public BigDecimal read(ValueReader in) {
            int scale = in.readInt();
            return new BigDecimal(OfBigInteger.INSTANCE.read(in), scale);
        }
    }
}
