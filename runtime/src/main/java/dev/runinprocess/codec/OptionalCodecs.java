package dev.runinprocess.codec;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Values that may be absent, one codec each. */
final class OptionalCodecs {
    private OptionalCodecs() {}

    static final class Of<T> implements Codec<Optional<T>> {
        private final Codec<T> content;

        Of(Codec<T> content) {
            this.content = content;
        }

        @Override
        public void write(ValueWriter out, Optional<T> value) {
            out.write(content, value.orElse(null));
        }

        @Override
        public Optional<T> read(ValueReader in) {
            return Optional.ofNullable(in.read(content));
        }
    }

    static final class OfInt implements Codec<OptionalInt> {
        static final OfInt INSTANCE = new OfInt();

        @Override
        public void write(ValueWriter out, OptionalInt value) {
            out.writeBoolean(value.isPresent());
            if (value.isPresent()) {
                out.writeInt(value.getAsInt());
            }
        }

        @Override
        public OptionalInt read(ValueReader in) {
            return in.readBoolean() ? OptionalInt.of(in.readInt()) : OptionalInt.empty();
        }
    }

    static final class OfLong implements Codec<OptionalLong> {
        static final OfLong INSTANCE = new OfLong();

        @Override
        public void write(ValueWriter out, OptionalLong value) {
            out.writeBoolean(value.isPresent());
            if (value.isPresent()) {
                out.writeLong(value.getAsLong());
            }
        }

        @Override
        public OptionalLong read(ValueReader in) {
            return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
        }
    }

    static final class OfDouble implements Codec<OptionalDouble> {
        static final OfDouble INSTANCE = new OfDouble();

        @Override
        public void write(ValueWriter out, OptionalDouble value) {
            out.writeBoolean(value.isPresent());
            if (value.isPresent()) {
                out.writeDouble(value.getAsDouble());
            }
        }

        @Override
        public OptionalDouble read(ValueReader in) {
            return in.readBoolean() ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty();
        }
    }
}
