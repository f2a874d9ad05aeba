package dev.runinprocess.codec;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;

/** Dates and times without a zone, one codec each. */
final class LocalTimeCodecs {
    private LocalTimeCodecs() {}

    static final class OfLocalDate implements Codec<LocalDate> {
        static final OfLocalDate INSTANCE = new OfLocalDate();

        @Override
        public void write(ValueWriter out, LocalDate value) {
            out.writeInt(value.getYear());
            out.writeByte(value.getMonthValue());
            out.writeByte(value.getDayOfMonth());
        }

        @Override
        public LocalDate read(ValueReader in) {
            int year = in.readInt();
            int month = in.readByte();
            return LocalDate.of(year, month, in.readByte());
        }
    }

    static final class OfLocalTime implements Codec<LocalTime> {
        static final OfLocalTime INSTANCE = new OfLocalTime();

        @Override
        public void write(ValueWriter out, LocalTime value) {
            out.writeLong(value.toNanoOfDay());
        }

        @Override
        public LocalTime read(ValueReader in) {
            return LocalTime.ofNanoOfDay(in.readLong());
        }
    }

    static final class OfLocalDateTime implements Codec<LocalDateTime> {
        static final OfLocalDateTime INSTANCE = new OfLocalDateTime();

        @Override
        public void write(ValueWriter out, LocalDateTime value) {
            OfLocalDate.INSTANCE.write(out, value.toLocalDate());
            OfLocalTime.INSTANCE.write(out, value.toLocalTime());
        }

        @Override
        public LocalDateTime read(ValueReader in) {
            LocalDate date = OfLocalDate.INSTANCE.read(in);
            return LocalDateTime.of(date, OfLocalTime.INSTANCE.read(in));
        }
    }

    static final class OfYear implements Codec<Year> {
        static final OfYear INSTANCE = new OfYear();

        @Override
        public void write(ValueWriter out, Year value) {
            out.writeInt(value.getValue());
        }

        @Override
        public Year read(ValueReader in) {
            return Year.of(in.readInt());
        }
    }

    static final class OfYearMonth implements Codec<YearMonth> {
        static final OfYearMonth INSTANCE = new OfYearMonth();

        @Override
        public void write(ValueWriter out, YearMonth value) {
            out.writeInt(value.getYear());
            out.writeByte(value.getMonthValue());
        }

        @Override
        public YearMonth read(ValueReader in) {
            int year = in.readInt();
            return YearMonth.of(year, in.readByte());
        }
    }

    static final class OfMonthDay implements Codec<MonthDay> {
        static final OfMonthDay INSTANCE = new OfMonthDay();

        @Override
        public void write(ValueWriter out, MonthDay value) {
            out.writeByte(value.getMonthValue());
            out.writeByte(value.getDayOfMonth());
        }

        @Override
        public MonthDay read(ValueReader in) {
            int month = in.readByte();
            return MonthDay.of(month, in.readByte());
        }
    }
}
