package dev.runinprocess.codec;

import static dev.runinprocess.codec.RandomValues.nextLong;
import static dev.runinprocess.codec.RandomValues.oneOf;

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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Every codec of {@link TimeCodecs}, with values. */
final class TimeCases {
    /** Twice that time is on the clocks of Berlin that night. */
    private static final LocalDateTime SET_BACK = LocalDateTime.of(2024, 10, 27, 2, 30);

    private TimeCases() {}

    static Stream<CodecCase<?>> all() {
        return Stream.of(
                CodecCase.of("Instant", TimeCodecs.instant(), TimeCases::nextInstant),
                CodecCase.of(
                        "Duration",
                        TimeCodecs.duration(),
                        random -> Duration.ofSeconds(nextLong(random), random.nextInt(1_000_000_000))),
                CodecCase.of(
                        "Period",
                        TimeCodecs.period(),
                        random -> Period.of(random.nextInt(), random.nextInt(), random.nextInt())),
                CodecCase.of("LocalDate", TimeCodecs.localDate(), TimeCases::nextDate),
                CodecCase.of("LocalTime", TimeCodecs.localTime(), TimeCases::nextTime),
                CodecCase.of("LocalDateTime", TimeCodecs.localDateTime(), TimeCases::nextDateTime),
                CodecCase.of("Year", TimeCodecs.year(), random -> Year.from(nextDate(random))),
                CodecCase.of("YearMonth", TimeCodecs.yearMonth(), random -> YearMonth.from(nextDate(random))),
                CodecCase.of("MonthDay", TimeCodecs.monthDay(), random -> MonthDay.from(nextDate(random))),
                CodecCase.of("ZoneId", TimeCodecs.zoneId(), TimeCases::nextZone),
                CodecCase.of("ZoneOffset", TimeCodecs.zoneOffset(), TimeCases::nextOffset),
                CodecCase.of(
                        "OffsetTime",
                        TimeCodecs.offsetTime(),
                        random -> OffsetTime.of(nextTime(random), nextOffset(random))),
                CodecCase.of(
                        "OffsetDateTime",
                        TimeCodecs.offsetDateTime(),
                        random -> OffsetDateTime.of(nextDateTime(random), nextOffset(random))),
                CodecCase.of("ZonedDateTime", TimeCodecs.zonedDateTime(), TimeCases::nextZoned));
    }

    private static Instant nextInstant(RandomGenerator random) {
        Instant somewhere = Instant.ofEpochSecond(
                random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                random.nextInt(1_000_000_000));
        return oneOf(Instant.MIN, Instant.MAX, Instant.EPOCH, somewhere).apply(random);
    }

    private static LocalDate nextDate(RandomGenerator random) {
        LocalDate somewhere =
                LocalDate.ofEpochDay(random.nextLong(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay()));
        return oneOf(LocalDate.MIN, LocalDate.MAX, LocalDate.of(2024, 2, 29), somewhere)
                .apply(random);
    }

    private static LocalTime nextTime(RandomGenerator random) {
        LocalTime somewhere = LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L));
        return oneOf(LocalTime.MIN, LocalTime.MAX, somewhere).apply(random);
    }

    private static LocalDateTime nextDateTime(RandomGenerator random) {
        return LocalDateTime.of(nextDate(random), nextTime(random));
    }

    private static ZoneOffset nextOffset(RandomGenerator random) {
        ZoneOffset somewhere = ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_801));
        return oneOf(ZoneOffset.MIN, ZoneOffset.MAX, ZoneOffset.UTC, somewhere).apply(random);
    }

    private static ZoneId nextZone(RandomGenerator random) {
        return oneOf(ZoneId.of("Europe/Berlin"), ZoneId.of("UTC"), ZoneId.of("GMT+3"), nextOffset(random))
                .apply(random);
    }

    private static ZonedDateTime nextZoned(RandomGenerator random) {
        ZonedDateTime first = ZonedDateTime.of(SET_BACK, ZoneId.of("Europe/Berlin"));
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000), ZoneOffset.UTC);
        return oneOf(
                        first.withEarlierOffsetAtOverlap(),
                        first.withLaterOffsetAtOverlap(),
                        ZonedDateTime.of(time, nextZone(random)))
                .apply(random);
    }
}
