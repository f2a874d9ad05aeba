package dev.runinprocess.codec;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The codecs of {@code java.time}, for {@link Codecs}. Its enums, such as {@code DayOfWeek}, go by {@link Codecs#enumOf}. All are
 * immutable and safe for use by many threads.
 */
public final class TimeCodecs {
    private TimeCodecs() {}

    /** {@link Instant}. */
    public static Codec<Instant> instant() {
        return AmountOfTimeCodecs.OfInstant.INSTANCE;
    }

    /** {@link Duration}. */
    public static Codec<Duration> duration() {
        return AmountOfTimeCodecs.OfDuration.INSTANCE;
    }

    /** {@link Period}. */
    public static Codec<Period> period() {
        return AmountOfTimeCodecs.OfPeriod.INSTANCE;
    }

    /** {@link LocalDate}. */
    public static Codec<LocalDate> localDate() {
        return LocalTimeCodecs.OfLocalDate.INSTANCE;
    }

    /** {@link LocalTime}. */
    public static Codec<LocalTime> localTime() {
        return LocalTimeCodecs.OfLocalTime.INSTANCE;
    }

    /** {@link LocalDateTime}. */
    public static Codec<LocalDateTime> localDateTime() {
        return LocalTimeCodecs.OfLocalDateTime.INSTANCE;
    }

    /** {@link Year}. */
    public static Codec<Year> year() {
        return LocalTimeCodecs.OfYear.INSTANCE;
    }

    /** {@link YearMonth}. */
    public static Codec<YearMonth> yearMonth() {
        return LocalTimeCodecs.OfYearMonth.INSTANCE;
    }

    /** {@link MonthDay}. */
    public static Codec<MonthDay> monthDay() {
        return LocalTimeCodecs.OfMonthDay.INSTANCE;
    }

    /** {@link ZoneId}, a region or an offset. */
    public static Codec<ZoneId> zoneId() {
        return ZonedTimeCodecs.OfZoneId.INSTANCE;
    }

    /** {@link ZoneOffset}. */
    public static Codec<ZoneOffset> zoneOffset() {
        return ZonedTimeCodecs.OfZoneOffset.INSTANCE;
    }

    /** {@link OffsetTime}. */
    public static Codec<OffsetTime> offsetTime() {
        return ZonedTimeCodecs.OfOffsetTime.INSTANCE;
    }

    /** {@link OffsetDateTime}. */
    public static Codec<OffsetDateTime> offsetDateTime() {
        return ZonedTimeCodecs.OfOffsetDateTime.INSTANCE;
    }

    /** {@link ZonedDateTime}, with its region, and its offset where clocks are set back. */
    public static Codec<ZonedDateTime> zonedDateTime() {
        return ZonedTimeCodecs.OfZonedDateTime.INSTANCE;
    }
}
