package good.codecs;

import dev.runinprocess.UseCodec;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/** A class that is no record, and says itself how it travels. */
@UseCodec(Money.Plain.class)
public final class Money {
    final long cents;
    final String way;

    /** Makes an amount. */
    public Money(long cents, String way) {
        this.cents = cents;
        this.way = way;
    }

    /** The way it has come. */
    public String way() {
        return way;
    }

    /** Sends amounts, and notes that it did. */
    public static class Plain implements Codec<Money> {
        final String name;

        /** For generated code. */
        public Plain() {
            this("plain");
        }

        Plain(String name) {
            this.name = name;
        }

        @Override
        public void write(ValueWriter out, Money value) {
            out.writeLong(value.cents);
        }

        @Override
        public Money read(ValueReader in) {
            return new Money(in.readLong(), name);
        }
    }

    /** Another way, as a constant. */
    public static final class Fast extends Plain {
        /** The one instance. */
        public static final Fast INSTANCE = new Fast();

        private Fast() {
            super("fast");
        }
    }

    /** A third, as an enum. */
    public enum Safe implements Codec<Money> {
        /** The one instance. */
        INSTANCE;

        @Override
        public void write(ValueWriter out, Money value) {
            out.writeLong(value.cents);
        }

        @Override
        public Money read(ValueReader in) {
            return new Money(in.readLong(), "safe");
        }
    }
}
