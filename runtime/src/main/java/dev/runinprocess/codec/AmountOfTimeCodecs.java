package dev.runinprocess.codec;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;

/** Instants and amounts of time, one codec each. */
final class AmountOfTimeCodecs {
    private AmountOfTimeCodecs() {}

    static final class OfInstant implements Codec<Instant> {
        static final OfInstant INSTANCE = new OfInstant();

        @Override
        public void write(ValueWriter out, Instant value) {
            out.writeLong(value.getEpochSecond());
            out.writeInt(value.getNano());
        }

        @Override
        public Instant read(ValueReader in) {
            long second = in.readLong();
            return Instant.ofEpochSecond(second, in.readInt());
        }
    }

    static final class OfDuration implements Codec<Duration> {
        static final OfDuration INSTANCE = new OfDuration();

        @Override
        public void write(ValueWriter out, Duration value) {
            out.writeLong(value.getSeconds());
            out.writeInt(value.getNano());
        }

        @Override
        public Duration read(ValueReader in) {
            long seconds = in.readLong();
            return Duration.ofSeconds(seconds, in.readInt());
        }
    }

    static final class OfPeriod implements Codec<Period> {
        static final OfPeriod INSTANCE = new OfPeriod();

        @Override
        public void write(ValueWriter out, Period value) {
            out.writeInt(value.getYears());
            out.writeInt(value.getMonths());
            out.writeInt(value.getDays());
        }

        @Override
        public Period read(ValueReader in) {
            int years = in.readInt();
            int months = in.readInt();
            return Period.of(years, months, in.readInt());
        }
    }
}
