package good.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import java.util.Currency;
import java.util.Date;
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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        plainValues();
        times();
        collections();
        nulls();
    }

    private static void plainValues() throws Exception {
        Values.Boxes boxes = new Values.Boxes(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7.0, "text", null);
        assertThat(BoxesLauncher.invoke(boxes)).isEqualTo(boxes);

        BitSet bits = new BitSet();
        bits.set(70);
        Values.Numbers numbers = new Values.Numbers(
                BigInteger.TEN.pow(50),
                new BigDecimal("0.10"),
                new UUID(1, 2),
                bits,
                new Date(3),
                DayOfWeek.FRIDAY,
                Month.MAY);
        assertThat(NumbersLauncher.invoke(numbers)).isEqualTo(numbers);

        Values.Places places = new Values.Places(
                URI.create("http://h/a?b"), URI.create("file:/a").toURL(), Path.of("a/b"), new File("c/d"));
        assertThat(PlacesLauncher.invoke(places)).isEqualTo(places);

        Values.Words words = new Values.Words(
                Locale.GERMANY,
                StandardCharsets.UTF_16,
                Currency.getInstance("EUR"),
                TimeZone.getTimeZone("Europe/Rome"),
                int[].class,
                Integer.class,
                String.class);
        assertThat(WordsLauncher.invoke(words)).isEqualTo(words);

        assertThat(PatternAndBufferLauncher.invoke(
                        Pattern.compile("a+", Pattern.CASE_INSENSITIVE), ByteBuffer.wrap(new byte[] {1, 2, 3})))
                .isEqualTo("a+23");
        assertThat(NothingLauncher.invoke(null)).isNull();
    }

    private static void times() throws Exception {
        OffsetDateTime time = OffsetDateTime.parse("2026-01-31T12:30:01.5+01:00");
        Values.Times times = new Values.Times(
                Instant.EPOCH,
                Duration.ofMillis(1500),
                Period.ofMonths(3),
                LocalDate.EPOCH,
                LocalTime.NOON,
                LocalDateTime.MIN,
                OffsetTime.MAX,
                time,
                ZonedDateTime.of(LocalDateTime.MAX, ZoneId.of("Europe/Rome")),
                ZoneId.of("Asia/Tokyo"),
                ZoneOffset.UTC,
                Year.of(2026),
                YearMonth.of(2026, 2),
                MonthDay.of(2, 29));
        assertThat(TimesLauncher.invoke(times)).isEqualTo(times);
    }

    private static void collections() throws Exception {
        Values.Optionals optionals = new Values.Optionals(
                Optional.of("a"),
                OptionalInt.of(1),
                OptionalLong.empty(),
                OptionalDouble.of(2.5),
                Optional.of(List.of(1, 2)));
        assertThat(OptionalsLauncher.invoke(optionals)).isEqualTo(optionals);

        List<String> texts = List.of("b", "a", "c");
        TreeSet<String> sorted = new TreeSet<>(texts);
        Values.Collections collections = new Values.Collections(
                texts,
                texts,
                Set.of("a", "b"),
                sorted,
                sorted,
                new ArrayList<>(texts),
                new LinkedList<>(texts),
                new HashSet<>(texts),
                new LinkedHashSet<>(texts),
                sorted,
                EnumSet.of(Month.MAY, Month.JULY));
        assertThat(CollectionsLauncher.invoke(collections)).isEqualTo(collections);

        Values.Queues queues = QueuesLauncher.invoke(
                new Values.Queues(new LinkedList<>(texts), new LinkedList<>(texts), new ArrayDeque<>(texts)));
        assertThat(queues.a()).containsExactlyElementsOf(texts);
        assertThat(queues.b()).containsExactlyElementsOf(texts);
        assertThat(queues.c()).containsExactlyElementsOf(texts);

        Map<String, Integer> map = Map.of("a", 1, "b", 2);
        TreeMap<String, Integer> sortedMap = new TreeMap<>(map);
        Values.Maps maps = new Values.Maps(
                map,
                sortedMap,
                sortedMap,
                new HashMap<>(map),
                new LinkedHashMap<>(map),
                sortedMap,
                new ConcurrentHashMap<>(map),
                new ConcurrentHashMap<>(map),
                new EnumMap<>(Map.of(Month.MAY, texts)),
                Map.entry("k", 3));
        assertThat(MapsLauncher.invoke(maps)).isEqualTo(maps);

        arrays();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void arrays() throws Exception {
        Values.Arrays arrays = ArraysLauncher.invoke(new Values.Arrays(
                new boolean[] {true},
                new byte[] {1},
                new short[] {2},
                new char[] {'c'},
                new int[] {3},
                new long[] {4},
                new float[] {5},
                new double[] {6},
                new String[] {"a", null},
                new String[][] {{"a"}, {}},
                new int[][] {{1}, {2, 3}, null},
                new List[] {List.of("l")},
                new Month[] {Month.MAY},
                new Map[][] {{Map.of("k", new int[] {1})}}));
        assertThat(arrays.a()).containsExactly(true);
        assertThat(arrays.d()).containsExactly('c');
        assertThat(arrays.i()).containsExactly("a", null);
        assertThat(arrays.j()).isEqualTo(new String[][] {{"a"}, {}});
        assertThat(arrays.k()).isEqualTo(new int[][] {{1}, {2, 3}, null});
        assertThat(arrays.l()).containsExactly(List.of("l"));
        assertThat(arrays.m()).isInstanceOf(Month[].class).containsExactly(Month.MAY);
        assertThat(arrays.n()[0][0].get("k")).containsExactly(1);
    }

    private static void nulls() throws Exception {
        assertThat(BoxesLauncher.invoke(null)).isNull();
        Values.Optionals nothing = new Values.Optionals(null, null, null, null, null);
        assertThat(OptionalsLauncher.invoke(nothing)).isEqualTo(nothing);
    }
}
