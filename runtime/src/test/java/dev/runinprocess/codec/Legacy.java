package dev.runinprocess.codec;

import java.io.Serializable;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/** A class as one cannot change it: serializable, with a superclass, arrays, an enum and a part of a wider type. */
final class Legacy extends LegacyBase {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private final Serializable part;
    private final Kind kind = Kind.OTHER;
    private final LocalDate day = LocalDate.EPOCH;

    @SuppressWarnings("serial") // the list that it gets is serializable
    private final List<String> texts = List.of("a", "b", "c");

    private final EnumSet<Kind> kinds = EnumSet.allOf(Kind.class);

    Legacy(String name, byte[] bytes, BigInteger number) {
        super(name);
        this.bytes = bytes;
        this.part = new Part(number.longValue(), new Integer[] {1, null});
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Legacy that
                && name().equals(that.name())
                && Arrays.equals(bytes, that.bytes)
                && part.equals(that.part)
                && kind == that.kind
                && day.equals(that.day)
                && texts.equals(that.texts)
                && kinds.equals(that.kinds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), part);
    }

    /** What {@code part} holds although its declared type does not say so. */
    static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;

        private final long number;
        private final Integer[] boxes;

        Part(long number, Integer[] boxes) {
            this.number = number;
            this.boxes = boxes;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Part that && number == that.number && Arrays.equals(boxes, that.boxes);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    enum Kind {
        OTHER {
            @Override
            public String toString() {
                return "one with a class of its own";
            }
        }
    }
}
