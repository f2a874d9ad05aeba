package dev.runinprocess.codec;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
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
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built-in types whose codec is known from the class of a value alone, numbered. */
final class PlainTypes {
    private static final List<Codec<?>> CODECS = new ArrayList<>();
    private static final Map<Class<?>, Integer> NUMBERS = new HashMap<>();

    static {
        add(Boolean.class, Codecs.booleanValue());
        add(Byte.class, Codecs.byteValue());
        add(Short.class, Codecs.shortValue());
        add(Character.class, Codecs.charValue());
        add(Integer.class, Codecs.intValue());
        add(Long.class, Codecs.longValue());
        add(Float.class, Codecs.floatValue());
        add(Double.class, Codecs.doubleValue());
        add(String.class, Codecs.string());
        add(boolean[].class, Codecs.booleanArray());
        add(byte[].class, Codecs.byteArray());
        add(short[].class, Codecs.shortArray());
        add(char[].class, Codecs.charArray());
        add(int[].class, Codecs.intArray());
        add(long[].class, Codecs.longArray());
        add(float[].class, Codecs.floatArray());
        add(double[].class, Codecs.doubleArray());
        add(BigInteger.class, Codecs.bigInteger());
        add(BigDecimal.class, Codecs.bigDecimal());
        add(UUID.class, Codecs.uuid());
        add(URI.class, Codecs.uri());
        add(URL.class, Codecs.url());
        add(File.class, Codecs.file());
        add(Locale.class, Codecs.locale());
        add(Currency.class, Codecs.currency());
        add(Pattern.class, Codecs.pattern());
        add(BitSet.class, Codecs.bitSet());
        add(Date.class, Codecs.date());
        add(OptionalInt.class, Codecs.optionalInt());
        add(OptionalLong.class, Codecs.optionalLong());
        add(OptionalDouble.class, Codecs.optionalDouble());
        add(Instant.class, TimeCodecs.instant());
        add(Duration.class, TimeCodecs.duration());
        add(Period.class, TimeCodecs.period());
        add(LocalDate.class, TimeCodecs.localDate());
        add(LocalTime.class, TimeCodecs.localTime());
        add(LocalDateTime.class, TimeCodecs.localDateTime());
        add(OffsetTime.class, TimeCodecs.offsetTime());
        add(OffsetDateTime.class, TimeCodecs.offsetDateTime());
        add(ZonedDateTime.class, TimeCodecs.zonedDateTime());
        add(Year.class, TimeCodecs.year());
        add(YearMonth.class, TimeCodecs.yearMonth());
        add(MonthDay.class, TimeCodecs.monthDay());
    }

    private PlainTypes() {}

    private static <T> void add(Class<T> type, Codec<T> codec) {
        NUMBERS.put(type, CODECS.size());
        CODECS.add(codec);
    }

    /** How many there are. */
    static int count() {
        return CODECS.size();
    }

    /** The number of a type; null if it is none of them. */
    static @Nullable Integer number(Class<?> type) {
        return NUMBERS.get(type);
    }

    /** The codec of a type's number. */
    static Codec<?> codec(int number) {
        return CODECS.get(number);
    }

    /** The codec of a type; null if it is none of them. Of types that have subclasses, such as Path and Charset, the declared type is meant. */
    static @Nullable Codec<?> declared(Class<?> type) {
        Integer number = number(type);
        if (number != null) {
            return codec(number);
        }
        if (type == Path.class) {
            return Codecs.path();
        }
        if (type == Charset.class) {
            return Codecs.charset();
        }
        if (type == ZoneId.class) {
            return TimeCodecs.zoneId();
        }
        if (type == ByteBuffer.class) {
            return Codecs.byteBuffer();
        }
        return type == TimeZone.class ? Codecs.timeZone() : null;
    }
}
