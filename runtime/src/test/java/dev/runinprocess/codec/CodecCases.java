package dev.runinprocess.codec;

import static dev.runinprocess.codec.RandomValues.nextBytes;
import static dev.runinprocess.codec.RandomValues.nextList;
import static dev.runinprocess.codec.RandomValues.nextLong;
import static dev.runinprocess.codec.RandomValues.nextName;
import static dev.runinprocess.codec.RandomValues.nextString;
import static dev.runinprocess.codec.RandomValues.oneOf;

import java.io.File;
import java.lang.annotation.RetentionPolicy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every codec of {@link Codecs}, with values. */
@SuppressWarnings("JavaUtilDate")
final class CodecCases {
    private CodecCases() {}

    static Stream<CodecCase<?>> all() {
        return Stream.of(
                        PrimitiveCases.all(),
                        values(),
                        names(),
                        optionals(),
                        composed(),
                        TimeCases.all(),
                        CollectionCases.all())
                .flatMap(cases -> cases);
    }

    private static Stream<CodecCase<?>> values() {
        return Stream.of(
                CodecCase.of("String", Codecs.string(), RandomValues::nextString),
                CodecCase.of("BigInteger", Codecs.bigInteger(), RandomValues::nextBigInteger),
                CodecCase.of("BigDecimal", Codecs.bigDecimal(), RandomValues::nextBigDecimal),
                CodecCase.of("UUID", Codecs.uuid(), random -> new UUID(random.nextLong(), random.nextLong())),
                CodecCase.of("BitSet", Codecs.bitSet(), random -> BitSet.valueOf(nextBytes(random))),
                CodecCase.of("Date", Codecs.date(), random -> new Date(nextLong(random))),
                CodecCase.of("ByteBuffer", Codecs.byteBuffer(), CodecCases::nextBuffer)
                        .judgedBy((sent, arrived) ->
                                sent.equals(arrived) && sent.order() == arrived.order() && arrived.position() == 0),
                CodecCase.of("Pattern", Codecs.pattern(), CodecCases::nextPattern)
                        .judgedBy((sent, arrived) -> sent.pattern().equals(arrived.pattern())
                                && sent.flags() == arrived.flags()
                                && sent.matcher("Ab").matches()
                                        == arrived.matcher("Ab").matches()));
    }

    private static Stream<CodecCase<?>> names() {
        return Stream.of(
                CodecCase.of("URI", Codecs.uri(), CodecCases::nextUri)
                        .judgedBy((sent, arrived) ->
                                sent.equals(arrived) && sent.toString().equals(arrived.toString())),
                CodecCase.of("URL", Codecs.url(), CodecCases::nextUrl)
                        .judgedBy((sent, arrived) -> sent.toExternalForm().equals(arrived.toExternalForm())),
                CodecCase.of("Path", Codecs.path(), CodecCases::nextPath),
                CodecCase.of("File", Codecs.file(), random -> new File(nextString(random))),
                CodecCase.of("Locale", Codecs.locale(), oneOf(LocaleCodecTest.LOCALES)),
                CodecCase.of("Charset", Codecs.charset(), oneOf(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)),
                CodecCase.of(
                        "Currency", Codecs.currency(), oneOf(Currency.getInstance("EUR"), Currency.getInstance("JPY"))),
                CodecCase.of(
                        "TimeZone",
                        Codecs.timeZone(),
                        oneOf(TimeZone.getTimeZone("Asia/Kathmandu"), TimeZone.getTimeZone("GMT-07:30"))),
                CodecCase.of(
                        "Class",
                        Codecs.classOf(),
                        oneOf(
                                int.class,
                                void.class,
                                String.class,
                                Map.Entry.class,
                                char[][].class,
                                CodecCase[].class)));
    }

    private static Stream<CodecCase<?>> optionals() {
        return Stream.of(
                CodecCase.of(
                        "Optional<String>",
                        Codecs.optionalOf(Codecs.string()),
                        random -> random.nextBoolean() ? Optional.of(nextString(random)) : Optional.empty()),
                CodecCase.of(
                        "OptionalInt",
                        Codecs.optionalInt(),
                        random -> random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty()),
                CodecCase.of(
                        "OptionalLong",
                        Codecs.optionalLong(),
                        random -> random.nextBoolean() ? OptionalLong.of(nextLong(random)) : OptionalLong.empty()),
                CodecCase.of(
                        "OptionalDouble",
                        Codecs.optionalDouble(),
                        random -> random.nextBoolean()
                                ? OptionalDouble.of(1 / random.nextDouble())
                                : OptionalDouble.empty()));
    }

    private static Stream<CodecCase<?>> composed() {
        return Stream.of(
                CodecCase.of("TimeUnit", Codecs.enumOf(TimeUnit.values()), oneOf(TimeUnit.values())),
                CodecCase.of(
                        "EnumSet",
                        Codecs.enumSetOf(TimeUnit.class),
                        random -> EnumSet.copyOf(Arrays.asList(
                                TimeUnit.DAYS, oneOf(TimeUnit.values()).apply(random)))),
                CodecCase.of("EnumMap", Codecs.enumMapOf(RetentionPolicy.class, Codecs.string()), random -> {
                    EnumMap<RetentionPolicy, String> map = new EnumMap<>(RetentionPolicy.class);
                    map.put(RetentionPolicy.CLASS, random.nextBoolean() ? nextString(random) : null);
                    return map;
                }),
                CodecCase.of(
                                "String[][]",
                                Codecs.arrayOf(Codecs.arrayOf(Codecs.string(), String.class), String[].class),
                                random -> nextList(random, CodecCases::nextStrings)
                                        .toArray(new String[0][]))
                        .judgedBy(Arrays::deepEquals),
                CodecCase.of(
                        "Java serialization",
                        Codecs.javaSerialization(
                                Legacy.class,
                                Legacy.Part.class,
                                Legacy.Kind.class,
                                LocalDate.class,
                                List.class,
                                EnumSet.class),
                        random -> new Legacy(
                                nextString(random), nextBytes(random), RandomValues.nextBigInteger(random))));
    }

    private static String[] nextStrings(RandomGenerator random) {
        return nextList(random, RandomValues::nextString).toArray(new String[0]);
    }

    private static ByteBuffer nextBuffer(RandomGenerator random) {
        byte[] bytes = nextBytes(random);
        ByteBuffer buffer =
                random.nextBoolean() ? ByteBuffer.allocateDirect(bytes.length) : ByteBuffer.allocate(bytes.length);
        buffer.put(bytes).flip().position(random.nextInt(bytes.length + 1));
        return (random.nextBoolean() ? buffer.asReadOnlyBuffer() : buffer.slice())
                .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private static Pattern nextPattern(RandomGenerator random) {
        List<String> expressions =
                List.of("a(?i)b", "(?i)ab", "a(?-i:b)", "ab", "(?<name>a)b # x", "a(?=b)b", "[", "", "жуk");
        return Pattern.compile(
                oneOf(expressions.toArray(new String[0])).apply(random).replace("[", "\\["), random.nextInt(0x200));
    }

    private static URI nextUri(RandomGenerator random) {
        List<String> texts = List.of(
                "",
                "a/b?c#d",
                "mailto:a@b",
                "http://[::1]:8080/%7Ex?q=ü",
                "//host.invalid/p",
                "HTTP://Host.Invalid/",
                "urn:x:%FF");
        return URI.create(texts.get(random.nextInt(texts.size())));
    }

    private static URL nextUrl(RandomGenerator random) {
        List<String> texts =
                List.of("http://host.invalid:81/p?q#r", "file:/a b", "jar:file:/x.jar!/y", "https://u:p@h.invalid");
        try {
            return new URL(texts.get(random.nextInt(texts.size())));
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static Path nextPath(RandomGenerator random) {
        Path undecodable = Path.of(URI.create("file:///a/%FF%80b/../%C3%A9"));
        return oneOf(
                        Path.of(""),
                        Path.of("/"),
                        Path.of("../" + nextName(random) + "/."),
                        Path.of("/tmp", nextName(random)),
                        undecodable,
                        undecodable.subpath(1, 4))
                .apply(random);
    }
}
