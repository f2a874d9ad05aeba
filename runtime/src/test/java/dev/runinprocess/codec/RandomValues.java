package dev.runinprocess.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Random values, of which every other one is at an edge. */
final class RandomValues {
    private static final String[] STRINGS = {
        "",
        "\0",
        "a\0b",
        "plain",
        "Grüße",
        "ÿ",
        "Ā",
        "жук",
        "\uD800",
        "\uDC00\uD800",
        "x\uDFFF",
        "\uD83D\uDE00",
        "\uFFFF\uFFFE"
    };
    private static final long[] LONGS = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        -128,
        32767,
        65535,
        1L << 31,
        (1L << 31) - 1,
        1L << 32,
        Long.MIN_VALUE,
        Long.MAX_VALUE
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.longBitsToDouble(0x7FF0000000000001L),
        Double.longBitsToDouble(0xFFFFFFFFFFFFFFFFL)
    };

    private RandomValues() {}

    static long nextLong(RandomGenerator random) {
        return random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong() >> random.nextInt(64);
    }

    static double nextDouble(RandomGenerator random) {
        return random.nextBoolean()
                ? DOUBLES[random.nextInt(DOUBLES.length)]
                : Double.longBitsToDouble(random.nextLong());
    }

    static float nextFloat(RandomGenerator random) {
        return random.nextBoolean() ? (float) nextDouble(random) : Float.intBitsToFloat(random.nextInt());
    }

    static String nextString(RandomGenerator random) {
        if (random.nextBoolean()) {
            return STRINGS[random.nextInt(STRINGS.length)];
        }
        int highest = random.nextBoolean() ? 0x100 : 0x10000;
        StringBuilder text = new StringBuilder();
        for (int left = length(random); left > 0; left--) {
            text.append((char) random.nextInt(highest));
        }
        return text.toString();
    }

    static String nextName(RandomGenerator random) {
        StringBuilder text = new StringBuilder("n");
        for (int left = random.nextInt(6); left > 0; left--) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    static BigInteger nextBigInteger(RandomGenerator random) {
        byte[] bytes = new byte[1 + length(random)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? BigInteger.valueOf(nextLong(random)) : new BigInteger(bytes);
    }

    static BigDecimal nextBigDecimal(RandomGenerator random) {
        int scale = random.nextBoolean() ? random.nextInt() : random.nextInt(41) - 20;
        return new BigDecimal(nextBigInteger(random), scale);
    }

    static byte[] nextBytes(RandomGenerator random) {
        byte[] values = new byte[length(random)];
        random.nextBytes(values);
        return values;
    }

    /** Mostly short, at times longer than a chunk. */
    static int length(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 60 + random.nextInt(10);
            case 2 -> random.nextInt(600);
            default -> random.nextInt(12);
        };
    }

    static <T> List<T> nextList(RandomGenerator random, Function<RandomGenerator, T> element) {
        List<T> list = new ArrayList<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            list.add(element.apply(random));
        }
        return list;
    }

    @SafeVarargs
    static <T> Function<RandomGenerator, T> oneOf(T... values) {
        return random -> values[random.nextInt(values.length)];
    }
}
