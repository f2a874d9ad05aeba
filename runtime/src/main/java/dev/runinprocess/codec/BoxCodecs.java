package dev.runinprocess.codec;

/** The boxes of primitive types, one codec each. */
final class BoxCodecs {
    private BoxCodecs() {}

    static final class OfBoolean implements Codec<Boolean> {
        static final OfBoolean INSTANCE = new OfBoolean();

        @Override
        public void write(ValueWriter out, Boolean value) {
            out.writeBoolean(value);
        }

        @Override
        public Boolean read(ValueReader in) {
            return in.readBoolean();
        }
    }

    static final class OfByte implements Codec<Byte> {
        static final OfByte INSTANCE = new OfByte();

        @Override
        public void write(ValueWriter out, Byte value) {
            out.writeByte(value);
        }

        @Override
        public Byte read(ValueReader in) {
            return in.readByte();
        }
    }

    static final class OfShort implements Codec<Short> {
        static final OfShort INSTANCE = new OfShort();

        @Override
        public void write(ValueWriter out, Short value) {
            out.writeShort(value);
        }

        @Override
        public Short read(ValueReader in) {
            return in.readShort();
        }
    }

    static final class OfCharacter implements Codec<Character> {
        static final OfCharacter INSTANCE = new OfCharacter();

        @Override
        public void write(ValueWriter out, Character value) {
            out.writeChar(value);
        }

        @Override
        public Character read(ValueReader in) {
            return in.readChar();
        }
    }

    static final class OfInteger implements Codec<Integer> {
        static final OfInteger INSTANCE = new OfInteger();

        @Override
        public void write(ValueWriter out, Integer value) {
            out.writeInt(value);
        }

        @Override
        public Integer read(ValueReader in) {
            return in.readInt();
        }
    }

    static final class OfLong implements Codec<Long> {
        static final OfLong INSTANCE = new OfLong();

        @Override
        public void write(ValueWriter out, Long value) {
            out.writeLong(value);
        }

        @Override
        public Long read(ValueReader in) {
            return in.readLong();
        }
    }

    static final class OfFloat implements Codec<Float> {
        static final OfFloat INSTANCE = new OfFloat();

        @Override
        public void write(ValueWriter out, Float value) {
            out.writeFloat(value);
        }

        @Override
        public Float read(ValueReader in) {
            return in.readFloat();
        }
    }

    static final class OfDouble implements Codec<Double> {
        static final OfDouble INSTANCE = new OfDouble();

        @Override
        public void write(ValueWriter out, Double value) {
            out.writeDouble(value);
        }

        @Override
        public Double read(ValueReader in) {
            return in.readDouble();
        }
    }
}
