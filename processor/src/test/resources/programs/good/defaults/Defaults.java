package good.defaults;

import dev.runinprocess.Default;
import dev.runinprocess.RunInProcess;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parameters that a launch may leave out. */
final class Defaults {
    private Defaults() {}

    enum Color {
        RED,
        GREEN
    }

    @RunInProcess
    static String trailing(String first, @Default("3") int retries, @Default("0.5") double rate) {
        return first + " " + retries + " " + rate;
    }

    @RunInProcess
    static String leading(@Default("x") String first, int second) {
        return first + second;
    }

    @RunInProcess
    static String all(@Default("a") String first, @Default("b") String second) {
        return first + second;
    }

    @RunInProcess
    static String beforeVarargs(@Default("7") int number, String... rest) {
        return number + String.join("", rest);
    }

    @RunInProcess
    static List<String> literals(
            @Default("true") boolean a,
            @Default("-128") byte b,
            @Default("0x7f") short c,
            @Default("'") char d,
            @Default("-2147483648") int e,
            @Default("9_000_000_000") long f,
            @Default("1e3") float g,
            @Default("NaN") double h,
            @Default("010") Integer i,
            @Default("5") Long j,
            @Default("6") Byte k,
            @Default("\u00e9") Character l,
            @Default("-Infinity") Float m) {
        return List.of("" + a, "" + b, "" + c, "" + d, "" + e, "" + f, "" + g, "" + h, "" + i, "" + j, "" + k, "" + l, "" + m);
    }

    @RunInProcess
    static List<String> parsed(
            @Default("say \"hi\" $T\n") String a,
            @Default("GREEN") Color b,
            @Default("30s") Duration c,
            @Default("PT1M30.5S") Duration d,
            @Default("a b/c.txt") Path e,
            @Default("d/e") File f,
            @Default("https://example.org/") URI g,
            @Default("123e4567-e89b-12d3-a456-426614174000") UUID h,
            @Default("12345678901234567890") BigInteger i,
            @Default("0.10") BigDecimal j,
            @Default("1970-01-01T00:00:00Z") Instant k,
            @Default("2026-01-31") LocalDate l,
            @Default("Europe/Rome") ZoneId m,
            @Default("de-CH") Locale n,
            @Default("UTF-8") Charset o,
            @Default("[a-z]+") Pattern p,
            @Default("CHF") Currency q,
            @Default("P1M") Period r) {
        return List.of("" + a, "" + b, "" + c, "" + d, "" + e, "" + f, "" + g, "" + h, "" + i, "" + j, "" + k, "" + l, "" + m,
                n.toLanguageTag(), "" + o, "" + p, "" + q, "" + r);
    }

    record Job(String name) {
        @RunInProcess
        String work(@Default("1") int times) {
            return name.repeat(times);
        }
    }
}
