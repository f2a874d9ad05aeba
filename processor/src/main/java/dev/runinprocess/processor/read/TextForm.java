package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.processor.model.DefaultValue;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How values of a type are written as text: parsing happens here to check it, and again in generated code to make the
 * value, but for numbers and the like, which become literals.
 *
 * @param description what the text has to be
 * @param example how it looks
 */
record TextForm(String description, String example, Function<String, DefaultValue> parser) {
    private static final Map<String, TextForm> FORMS = new HashMap<>();

    static {
        literal("boolean", "true or false", TextForm::booleanLiteral);
        literal(
                "byte",
                "a number from -128 to 127",
                text -> "(byte) " + whole(text).byteValueExact());
        literal(
                "short",
                "a number from -32768 to 32767",
                text -> "(short) " + whole(text).shortValueExact());
        add("char", "a value of type char", "one character, such as \"x\"", TextForm::character);
        literal(
                "int",
                "a whole number such as \"3\", below 2^31",
                text -> Integer.toString(whole(text).intValueExact()));
        literal(
                "long",
                "a whole number such as \"3\", below 2^63",
                text -> whole(text).longValueExact() + "L");
        add("float", "a number", "a number such as \"0.5\"", text -> Fractions.ofFloat(plain(text)));
        add("double", "a number", "a number such as \"0.5\"", text -> Fractions.ofDouble(plain(text)));
        add("java.lang.String", "a text", "any text", DefaultValue.Text::new);
        add("java.time.Duration", "a time", "\"30s\" or an ISO duration such as \"PT1M30S\"", TextForm::duration);

        parsed(Path.class, "of", "a path", "\"data/in.txt\"", Path::of);
        parsed(URI.class, "create", "a URI", "\"https://example.org/\"", URI::create);
        parsed(UUID.class, "fromString", "a UUID", "\"123e4567-e89b-12d3-a456-426614174000\"", UUID::fromString);
        parsed(Locale.class, "forLanguageTag", "a language tag", "\"en-GB\"", TextForm::locale);
        parsed(Charset.class, "forName", "a charset of this JDK", "\"UTF-8\"", Charset::forName);
        parsed(Currency.class, "getInstance", "a currency", "\"EUR\"", Currency::getInstance);
        parsed(Pattern.class, "compile", "a regular expression", "\"[a-z]+\"", Pattern::compile);
        parsed(Period.class, "parse", "a period", "\"P1M\"", Period::parse);
        parsed(Instant.class, "parse", "an instant", "\"2026-01-31T12:00:00Z\"", Instant::parse);
        parsed(LocalDate.class, "parse", "a date", "\"2026-01-31\"", LocalDate::parse);
        parsed(LocalTime.class, "parse", "a time of day", "\"12:30\"", LocalTime::parse);
        parsed(LocalDateTime.class, "parse", "a date and time", "\"2026-01-31T12:30\"", LocalDateTime::parse);
        parsed(
                OffsetDateTime.class,
                "parse",
                "a time with offset",
                "\"2026-01-31T12:30+01:00\"",
                OffsetDateTime::parse);
        parsed(
                ZonedDateTime.class,
                "parse",
                "a time with zone",
                "\"2026-01-31T12:30+01:00[Europe/Rome]\"",
                ZonedDateTime::parse);
        parsed(Year.class, "parse", "a year", "\"2026\"", Year::parse);
        parsed(YearMonth.class, "parse", "a month of a year", "\"2026-01\"", YearMonth::parse);
        parsed(ZoneId.class, "of", "a time zone", "\"Europe/Rome\"", ZoneId::of);
        parsed(ZoneOffset.class, "of", "an offset", "\"+01:00\"", ZoneOffset::of);

        constructed(File.class, "a path", "\"data/in.txt\"", File::new);
        constructed(BigInteger.class, "a whole number", "a whole number such as \"3\"", BigInteger::new);
        constructed(BigDecimal.class, "a number", "a number such as \"0.5\"", BigDecimal::new);
    }

    static Optional<TextForm> of(String typeName) {
        return Optional.ofNullable(FORMS.get(typeName));
    }

    /** The value, if the text is one. */
    Optional<DefaultValue> parse(String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty(); // the caller reports it together with the example
        }
    }

    private static void add(String type, String description, String example, Function<String, DefaultValue> parser) {
        FORMS.put(type, new TextForm(description, example, parser));
    }

    private static void literal(String type, String example, Function<String, String> source) {
        add(type, "a value of type " + type, example, text -> new DefaultValue.Literal(source.apply(text)));
    }

    private static void parsed(
            Class<?> type, String factory, String description, String example, Function<String, ?> check) {
        add(type.getCanonicalName(), description, example, text -> {
            Objects.requireNonNull(check.apply(text));
            return new DefaultValue.Parsed(ClassName.get(type), factory, text);
        });
    }

    private static void constructed(Class<?> type, String description, String example, Function<String, ?> check) {
        add(type.getCanonicalName(), description, example, text -> {
            Objects.requireNonNull(check.apply(text));
            return new DefaultValue.Constructed(ClassName.get(type), text);
        });
    }

    /** Decimal or hexadecimal; a leading zero does not make it octal. */
    private static BigInteger whole(String text) {
        String digits = plain(text);
        return digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
    }

    private static String plain(String number) {
        return number.replace("_", "");
    }

    private static String booleanLiteral(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static DefaultValue character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return new DefaultValue.Symbol(text.charAt(0));
    }

    private static Locale locale(String text) {
        Locale locale = Locale.forLanguageTag(text);
        if (locale.toLanguageTag().equals("und") && !text.equals("und")) {
            throw new IllegalArgumentException(text);
        }
        return locale;
    }

    private static DefaultValue duration(String text) {
        Duration duration = Durations.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
        return new DefaultValue.Parsed(ClassName.get(Duration.class), "parse", duration.toString());
    }
}
