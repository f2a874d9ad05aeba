package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.CollectionCodecs;
import dev.runinprocess.codec.TimeCodecs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types that the runtime brings a codec for, and the factory that makes it. A type with parameters has a codec for
 * each of its arguments, named here as messages name them.
 *
 * <p>Handles of this library get a row here, too: with the class that makes their codec as holder.
 */
final class BuiltInTypes {
    /** The runtime's own factories. */
    static final ClassName CODECS = ClassName.get(Codecs.class);

    private static final ClassName TIME_CODECS = ClassName.get(TimeCodecs.class);
    private static final ClassName COLLECTION_CODECS = ClassName.get(CollectionCodecs.class);

    private static final Map<String, Row> ROWS = new HashMap<>();

    static {
        plain("java.lang.Boolean", "booleanValue");
        plain("java.lang.Byte", "byteValue");
        plain("java.lang.Short", "shortValue");
        plain("java.lang.Character", "charValue");
        plain("java.lang.Integer", "intValue");
        plain("java.lang.Long", "longValue");
        plain("java.lang.Float", "floatValue");
        plain("java.lang.Double", "doubleValue");
        plain("java.lang.Void", "voidResult");
        plain("java.lang.String", "string");
        plain("java.math.BigInteger", "bigInteger");
        plain("java.math.BigDecimal", "bigDecimal");
        plain("java.util.UUID", "uuid");
        plain("java.net.URI", "uri");
        plain("java.net.URL", "url");
        plain("java.nio.file.Path", "path");
        plain("java.io.File", "file");
        plain("java.nio.ByteBuffer", "byteBuffer");
        plain("java.nio.charset.Charset", "charset");
        plain("java.util.Locale", "locale");
        plain("java.util.Currency", "currency");
        plain("java.util.TimeZone", "timeZone");
        plain("java.util.BitSet", "bitSet");
        plain("java.util.Date", "date");
        plain("java.util.regex.Pattern", "pattern");
        time("java.time.Duration", "duration");
        time("java.time.Period", "period");
        time("java.time.Instant", "instant");
        time("java.time.LocalDate", "localDate");
        time("java.time.LocalTime", "localTime");
        time("java.time.LocalDateTime", "localDateTime");
        time("java.time.OffsetTime", "offsetTime");
        time("java.time.OffsetDateTime", "offsetDateTime");
        time("java.time.ZonedDateTime", "zonedDateTime");
        time("java.time.ZoneId", "zoneId");
        time("java.time.ZoneOffset", "zoneOffset");
        time("java.time.Year", "year");
        time("java.time.YearMonth", "yearMonth");
        time("java.time.MonthDay", "monthDay");
        plain("java.util.OptionalInt", "optionalInt");
        plain("java.util.OptionalLong", "optionalLong");
        plain("java.util.OptionalDouble", "optionalDouble");
        of("java.util.Optional", "optionalOf", "value");
        of("java.util.List", "listOf", "element");
        of("java.util.Collection", "collectionOf", "element");
        of("java.util.Set", "setOf", "element");
        collection("java.util.SortedSet", "sortedSetOf", "element");
        collection("java.util.NavigableSet", "navigableSetOf", "element");
        collection("java.util.Queue", "queueOf", "element");
        collection("java.util.Deque", "dequeOf", "element");
        collection("java.util.ArrayList", "arrayListOf", "element");
        collection("java.util.LinkedList", "linkedListOf", "element");
        collection("java.util.HashSet", "hashSetOf", "element");
        collection("java.util.LinkedHashSet", "linkedHashSetOf", "element");
        collection("java.util.TreeSet", "treeSetOf", "element");
        collection("java.util.ArrayDeque", "arrayDequeOf", "element");
        of("java.util.Map", "mapOf", "key", "value");
        collection("java.util.SortedMap", "sortedMapOf", "key", "value");
        collection("java.util.NavigableMap", "navigableMapOf", "key", "value");
        collection("java.util.HashMap", "hashMapOf", "key", "value");
        collection("java.util.LinkedHashMap", "linkedHashMapOf", "key", "value");
        collection("java.util.TreeMap", "treeMapOf", "key", "value");
        collection("java.util.concurrent.ConcurrentMap", "concurrentMapOf", "key", "value");
        collection("java.util.concurrent.ConcurrentHashMap", "concurrentHashMapOf", "key", "value");
        of("java.util.Map.Entry", "mapEntryOf", "key", "value");
    }

    private BuiltInTypes() {}

    /** A type's codec factory, and what its type arguments are in it. */
    record Row(ClassName holder, String factory, List<String> roles) {}

    static Optional<Row> find(String qualifiedName) {
        return Optional.ofNullable(ROWS.get(qualifiedName));
    }

    private static void plain(String type, String factory) {
        ROWS.put(type, new Row(CODECS, factory, List.of()));
    }

    private static void time(String type, String factory) {
        ROWS.put(type, new Row(TIME_CODECS, factory, List.of()));
    }

    private static void of(String type, String factory, String... roles) {
        ROWS.put(type, new Row(CODECS, factory, List.of(roles)));
    }

    private static void collection(String type, String factory, String... roles) {
        ROWS.put(type, new Row(COLLECTION_CODECS, factory, List.of(roles)));
    }
}
