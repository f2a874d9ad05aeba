package dev.runinprocess.codec;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The codecs of single values, and of lists, sets, maps, optionals, arrays and enums of others. {@link TimeCodecs} has those of
 * {@code java.time}, {@link CollectionCodecs} those of the other collections. What arrives is always a new value; a collection
 * arrives mutable, with its elements in the sender's order.
 *
 * <p>Methods rather than constants, so that a child JVM loads only the codecs it uses. All codecs are immutable and safe for use by many
 * threads, as long as nobody changes a value while it is being written: a collection that is changed fails its sender, or
 * arrives as its iterator met it.
 */
public final class Codecs {
    private Codecs() {}

    /** The result of a {@code void} method, which is null. */
    public static Codec<Void> voidResult() {
        return VoidCodec.INSTANCE;
    }

    /** {@link Boolean}. */
    public static Codec<Boolean> booleanValue() {
        return BoxCodecs.OfBoolean.INSTANCE;
    }

    /** {@link Byte}. */
    public static Codec<Byte> byteValue() {
        return BoxCodecs.OfByte.INSTANCE;
    }

    /** {@link Short}. */
    public static Codec<Short> shortValue() {
        return BoxCodecs.OfShort.INSTANCE;
    }

    /** {@link Character}. */
    public static Codec<Character> charValue() {
        return BoxCodecs.OfCharacter.INSTANCE;
    }

    /** {@link Integer}. */
    public static Codec<Integer> intValue() {
        return BoxCodecs.OfInteger.INSTANCE;
    }

    /** {@link Long}. */
    public static Codec<Long> longValue() {
        return BoxCodecs.OfLong.INSTANCE;
    }

    /** {@link Float}, every NaN with its own bits. */
    public static Codec<Float> floatValue() {
        return BoxCodecs.OfFloat.INSTANCE;
    }

    /** {@link Double}, every NaN with its own bits. */
    public static Codec<Double> doubleValue() {
        return BoxCodecs.OfDouble.INSTANCE;
    }

    /** {@code boolean[]}. */
    public static Codec<boolean[]> booleanArray() {
        return IntegralArrayCodecs.OfBoolean.INSTANCE;
    }

    /** {@code byte[]}. */
    public static Codec<byte[]> byteArray() {
        return IntegralArrayCodecs.OfByte.INSTANCE;
    }

    /** {@code short[]}. */
    public static Codec<short[]> shortArray() {
        return IntegralArrayCodecs.OfShort.INSTANCE;
    }

    /** {@code char[]}. */
    public static Codec<char[]> charArray() {
        return IntegralArrayCodecs.OfCharacter.INSTANCE;
    }

    /** {@code int[]}. */
    public static Codec<int[]> intArray() {
        return IntegralArrayCodecs.OfInteger.INSTANCE;
    }

    /** {@code long[]}. */
    public static Codec<long[]> longArray() {
        return IntegralArrayCodecs.OfLong.INSTANCE;
    }

    /** {@code float[]}. */
    public static Codec<float[]> floatArray() {
        return FloatingArrayCodecs.OfFloat.INSTANCE;
    }

    /** {@code double[]}. */
    public static Codec<double[]> doubleArray() {
        return FloatingArrayCodecs.OfDouble.INSTANCE;
    }

    /** {@link String}, unpaired surrogates included. */
    public static Codec<String> string() {
        return StringCodec.INSTANCE;
    }

    /** {@link BigInteger}. */
    public static Codec<BigInteger> bigInteger() {
        return NumberCodecs.OfBigInteger.INSTANCE;
    }

    /** {@link BigDecimal}, with its scale. */
    public static Codec<BigDecimal> bigDecimal() {
        return NumberCodecs.OfBigDecimal.INSTANCE;
    }

    /** {@link UUID}. */
    public static Codec<UUID> uuid() {
        return UuidCodec.INSTANCE;
    }

    /** {@link URI}. */
    public static Codec<URI> uri() {
        return AddressCodecs.OfUri.INSTANCE;
    }

    /** {@link URL}, whose protocol the receiver must know; no name service is asked. */
    public static Codec<URL> url() {
        return AddressCodecs.OfUrl.INSTANCE;
    }

    /** {@link Path} of the default file system; a relative one is relative in the receiver. */
    public static Codec<Path> path() {
        return FileCodecs.OfPath.INSTANCE;
    }

    /** {@link File}; a relative one is relative in the receiver. */
    public static Codec<File> file() {
        return FileCodecs.OfFile.INSTANCE;
    }

    /** {@link Locale}, with script and extensions. */
    public static Codec<Locale> locale() {
        return LocaleCodec.INSTANCE;
    }

    /** {@link Charset}, by name. */
    public static Codec<Charset> charset() {
        return CharsetCodec.INSTANCE;
    }

    /** {@link Currency}, by code. */
    public static Codec<Currency> currency() {
        return CurrencyCodec.INSTANCE;
    }

    /** {@link TimeZone}, by id; one with rules of its own is refused. */
    public static Codec<TimeZone> timeZone() {
        return TimeZoneCodec.INSTANCE;
    }

    /** {@link Pattern}, with its flags. */
    public static Codec<Pattern> pattern() {
        return PatternCodec.INSTANCE;
    }

    /** {@link BitSet}. */
    public static Codec<BitSet> bitSet() {
        return BitSetCodec.INSTANCE;
    }

    /** {@link Date} itself; a subclass is refused. */
    public static Codec<Date> date() {
        return DateCodec.INSTANCE;
    }

    /** {@link ByteBuffer}: its remaining bytes and its byte order; the sender's position stays. */
    public static Codec<ByteBuffer> byteBuffer() {
        return ByteBufferCodec.INSTANCE;
    }

    /** {@link Class}, by name, found by the reading thread's context class loader and not initialised. */
    public static Codec<Class<?>> classOf() {
        return ClassCodec.INSTANCE;
    }

    /** {@link OptionalInt}. */
    public static Codec<OptionalInt> optionalInt() {
        return OptionalCodecs.OfInt.INSTANCE;
    }

    /** {@link OptionalLong}. */
    public static Codec<OptionalLong> optionalLong() {
        return OptionalCodecs.OfLong.INSTANCE;
    }

    /** {@link OptionalDouble}. */
    public static Codec<OptionalDouble> optionalDouble() {
        return OptionalCodecs.OfDouble.INSTANCE;
    }

    /** {@link Optional}. */
    public static <T> Codec<Optional<T>> optionalOf(Codec<T> content) {
        return new OptionalCodecs.Of<>(content);
    }

    /** {@link Collection}, which arrives as an {@code ArrayList}. */
    public static <E> Codec<Collection<E>> collectionOf(Codec<E> element) {
        return new CollectionKinds.InArrayList<>(element);
    }

    /** {@link List}, which arrives as an {@code ArrayList}. */
    public static <E> Codec<List<E>> listOf(Codec<E> element) {
        return new CollectionKinds.InArrayList<>(element);
    }

    /** {@link Set}, which arrives as a {@code LinkedHashSet}. */
    public static <E> Codec<Set<E>> setOf(Codec<E> element) {
        return new CollectionKinds.InLinkedHashSet<>(element);
    }

    /** {@link Map}, which arrives as a {@code LinkedHashMap}. */
    public static <K, V> Codec<Map<K, V>> mapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InLinkedHashMap<>(key, value);
    }

    /** {@link Map.Entry}, which arrives as an {@code AbstractMap.SimpleEntry}. */
    public static <K, V> Codec<Map.Entry<K, V>> mapEntryOf(Codec<K> key, Codec<V> value) {
        return new MapEntryCodec<>(key, value);
    }

    /** {@code T[]}, given the class of {@code T} without its type arguments. */
    public static <T> Codec<T[]> arrayOf(Codec<T> element, Class<? super T> component) {
        return new ArrayCodec<>(element, component);
    }

    /** An enum, given all its constants, in an array that is kept: {@code enumOf(Colour.values())}. */
    public static <E extends Enum<E>> Codec<E> enumOf(E[] constants) {
        return new EnumCodec<>(constants);
    }

    /** {@link EnumSet}. */
    public static <E extends Enum<E>> Codec<EnumSet<E>> enumSetOf(Class<E> type) {
        return new CollectionKinds.InEnumSet<>(type);
    }

    /** {@link EnumMap}. */
    public static <K extends Enum<K>, V> Codec<EnumMap<K, V>> enumMapOf(Class<K> type, Codec<V> value) {
        return new MapKinds.InEnumMap<>(type, value);
    }

    /**
     * A {@link java.io.Serializable} type, by Java serialization. Both ends refuse every class but the type, those named beside
     * it, their superclasses, boxes, strings, and what the JDK makes {@code java.time}, enum sets and, where a collection is named,
     * its own collections of. Reading also limits depth, references and array lengths; it cannot limit the time that a forged set of sets
     * takes to hash. Slow and large: meant for classes that one cannot change.
     */
    public static <T> Codec<T> javaSerialization(Class<T> type, Class<?>... allowed) {
        return new JavaSerializationCodec<>(type, allowed);
    }
}
