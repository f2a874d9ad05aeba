package good.values;

import dev.runinprocess.RunInProcess;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Every type that needs nothing from the user. */
final class Values {
    private Values() {}

    record Boxes(Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g, Double h, String i, Void j) {}

    record Numbers(BigInteger a, BigDecimal b, UUID c, BitSet d, Date e, DayOfWeek f, Month g) {}

    record Places(URI a, URL b, Path c, File d) {}

    record Words(Locale a, Charset b, Currency c, TimeZone d, Class<?> e, Class<? extends Number> f, Class<String> g) {}

    record Times(
            Instant a,
            Duration b,
            Period c,
            LocalDate d,
            LocalTime e,
            LocalDateTime f,
            OffsetTime g,
            OffsetDateTime h,
            ZonedDateTime i,
            ZoneId j,
            ZoneOffset k,
            Year l,
            YearMonth m,
            MonthDay n) {}

    record Optionals(Optional<String> a, OptionalInt b, OptionalLong c, OptionalDouble d, Optional<List<Integer>> e) {}

    record Collections(
            Collection<String> a,
            List<String> b,
            Set<String> c,
            SortedSet<String> d,
            NavigableSet<String> e,
            ArrayList<String> g,
            LinkedList<String> h,
            HashSet<String> i,
            LinkedHashSet<String> j,
            TreeSet<String> k,
            EnumSet<Month> l) {}

    record Queues(Queue<String> a, Deque<String> b, ArrayDeque<String> c) {}

    record Maps(
            Map<String, Integer> a,
            SortedMap<String, Integer> b,
            NavigableMap<String, Integer> c,
            HashMap<String, Integer> d,
            LinkedHashMap<String, Integer> e,
            TreeMap<String, Integer> f,
            ConcurrentMap<String, Integer> g,
            ConcurrentHashMap<String, Integer> h,
            EnumMap<Month, List<String>> i,
            Map.Entry<String, Integer> j) {}

    record Arrays(
            boolean[] a,
            byte[] b,
            short[] c,
            char[] d,
            int[] e,
            long[] f,
            float[] g,
            double[] h,
            String[] i,
            String[][] j,
            int[][] k,
            List<String>[] l,
            Month[] m,
            Map<String, int[]>[][] n) {}

    @RunInProcess
    static Boxes boxes(Boxes value) {
        return value;
    }

    @RunInProcess
    static Numbers numbers(Numbers value) {
        return value;
    }

    @RunInProcess
    static Places places(Places value) {
        return value;
    }

    @RunInProcess
    static Words words(Words value) {
        return value;
    }

    @RunInProcess
    static Times times(Times value) {
        return value;
    }

    @RunInProcess
    static Optionals optionals(Optionals value) {
        return value;
    }

    @RunInProcess
    static Collections collections(Collections value) {
        return value;
    }

    @RunInProcess
    static Queues queues(Queues value) {
        return value;
    }

    @RunInProcess
    static Maps maps(Maps value) {
        return value;
    }

    @RunInProcess
    static Arrays arrays(Arrays value) {
        return value;
    }

    @RunInProcess
    static String patternAndBuffer(Pattern pattern, ByteBuffer buffer) {
        return pattern.pattern() + pattern.flags() + buffer.remaining();
    }

    @RunInProcess
    static Void nothing(Void nothing) {
        return nothing;
    }
}
