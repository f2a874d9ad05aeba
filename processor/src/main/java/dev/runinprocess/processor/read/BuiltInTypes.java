package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.CollectionCodecs;
import dev.runinprocess.codec.TimeCodecs;
import dev.runinprocess.codec.TypeCodecs;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
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

/**
 * The types that the runtime brings a codec for, and the factory that makes it. A type with parameters has a codec for
 * each of its arguments, named here as messages name them.
 *
 * <p>Handles of this library bring their codec themselves.
 */
final class BuiltInTypes {
    /** The runtime's own factories. */
    static final ClassName CODECS = ClassName.get(Codecs.class);

    /** Its codecs for what only a run time tells. */
    static final ClassName TYPE_CODECS = ClassName.get(TypeCodecs.class);

    private static final ClassName TIME_CODECS = ClassName.get(TimeCodecs.class);
    private static final ClassName COLLECTION_CODECS = ClassName.get(CollectionCodecs.class);

    private static final Map<String, Row> ROWS = new HashMap<>();

    static {
        plain(Boolean.class, "booleanValue");
        plain(Byte.class, "byteValue");
        plain(Short.class, "shortValue");
        plain(Character.class, "charValue");
        plain(Integer.class, "intValue");
        plain(Long.class, "longValue");
        plain(Float.class, "floatValue");
        plain(Double.class, "doubleValue");
        plain(Void.class, "voidResult");
        plain(String.class, "string");
        plain(BigInteger.class, "bigInteger");
        plain(BigDecimal.class, "bigDecimal");
        plain(UUID.class, "uuid");
        plain(URI.class, "uri");
        plain(URL.class, "url");
        plain(Path.class, "path");
        plain(File.class, "file");
        plain(ByteBuffer.class, "byteBuffer");
        plain(Charset.class, "charset");
        plain(Locale.class, "locale");
        plain(Currency.class, "currency");
        plain(TimeZone.class, "timeZone");
        plain(BitSet.class, "bitSet");
        plain(Date.class, "date");
        plain(Pattern.class, "pattern");
        time(Duration.class, "duration");
        time(Period.class, "period");
        time(Instant.class, "instant");
        time(LocalDate.class, "localDate");
        time(LocalTime.class, "localTime");
        time(LocalDateTime.class, "localDateTime");
        time(OffsetTime.class, "offsetTime");
        time(OffsetDateTime.class, "offsetDateTime");
        time(ZonedDateTime.class, "zonedDateTime");
        time(ZoneId.class, "zoneId");
        time(ZoneOffset.class, "zoneOffset");
        time(Year.class, "year");
        time(YearMonth.class, "yearMonth");
        time(MonthDay.class, "monthDay");
        plain(OptionalInt.class, "optionalInt");
        plain(OptionalLong.class, "optionalLong");
        plain(OptionalDouble.class, "optionalDouble");
        of(Optional.class, "optionalOf", "value");
        of(List.class, "listOf", "element");
        of(Collection.class, "collectionOf", "element");
        of(Set.class, "setOf", "element");
        collection(SortedSet.class, "sortedSetOf", "element");
        collection(NavigableSet.class, "navigableSetOf", "element");
        collection(Queue.class, "queueOf", "element");
        collection(Deque.class, "dequeOf", "element");
        collection(ArrayList.class, "arrayListOf", "element");
        collection(LinkedList.class, "linkedListOf", "element");
        collection(HashSet.class, "hashSetOf", "element");
        collection(LinkedHashSet.class, "linkedHashSetOf", "element");
        collection(TreeSet.class, "treeSetOf", "element");
        collection(ArrayDeque.class, "arrayDequeOf", "element");
        of(Map.class, "mapOf", "key", "value");
        collection(SortedMap.class, "sortedMapOf", "key", "value");
        collection(NavigableMap.class, "navigableMapOf", "key", "value");
        collection(HashMap.class, "hashMapOf", "key", "value");
        collection(LinkedHashMap.class, "linkedHashMapOf", "key", "value");
        collection(TreeMap.class, "treeMapOf", "key", "value");
        collection(ConcurrentMap.class, "concurrentMapOf", "key", "value");
        collection(ConcurrentHashMap.class, "concurrentHashMapOf", "key", "value");
        of(Map.Entry.class, "mapEntryOf", "key", "value");
        HandleTypes.ALL.forEach(BuiltInTypes::handle);
    }

    private BuiltInTypes() {}

    /** A type's codec factory, and what its type arguments are in it. */
    record Row(ClassName holder, String factory, List<String> roles) {
        /** Whether it is one of this library's, whose elements go by a codec that is found at run time. */
        boolean isHandle() {
            return factory.equals("codec");
        }
    }

    static Optional<Row> find(String qualifiedName) {
        return Optional.ofNullable(ROWS.get(qualifiedName));
    }

    private static void plain(Class<?> type, String factory) {
        ROWS.put(type.getCanonicalName(), new Row(CODECS, factory, List.of()));
    }

    private static void time(Class<?> type, String factory) {
        ROWS.put(type.getCanonicalName(), new Row(TIME_CODECS, factory, List.of()));
    }

    private static void of(Class<?> type, String factory, String... roles) {
        ROWS.put(type.getCanonicalName(), new Row(CODECS, factory, List.of(roles)));
    }

    private static void collection(Class<?> type, String factory, String... roles) {
        ROWS.put(type.getCanonicalName(), new Row(COLLECTION_CODECS, factory, List.of(roles)));
    }

    private static void handle(Class<?> type) {
        List<String> roles = Collections.nCopies(type.getTypeParameters().length, "element");
        ROWS.put(type.getCanonicalName(), new Row(ClassName.get(type), "codec", roles));
    }
}
