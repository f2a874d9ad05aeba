package dev.runinprocess.codec;

import static dev.runinprocess.codec.RandomValues.length;
import static dev.runinprocess.codec.RandomValues.nextDouble;
import static dev.runinprocess.codec.RandomValues.nextFloat;
import static dev.runinprocess.codec.RandomValues.nextLong;
import static dev.runinprocess.codec.RandomValues.nextString;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The codecs of boxes and of arrays of primitives, with values. */
final class PrimitiveCases {
    private PrimitiveCases() {}

    static Stream<CodecCase<?>> all() {
        return Stream.concat(boxes(), arrays());
    }

    private static Stream<CodecCase<?>> boxes() {
        return Stream.of(
                CodecCase.of("Boolean", Codecs.booleanValue(), RandomGenerator::nextBoolean),
                CodecCase.of("Byte", Codecs.byteValue(), random -> (byte) nextLong(random)),
                CodecCase.of("Short", Codecs.shortValue(), random -> (short) nextLong(random)),
                CodecCase.of("Character", Codecs.charValue(), random -> (char) nextLong(random)),
                CodecCase.of("Integer", Codecs.intValue(), random -> (int) nextLong(random)),
                CodecCase.of("Long", Codecs.longValue(), RandomValues::nextLong),
                CodecCase.of("Float", Codecs.floatValue(), RandomValues::nextFloat)
                        .judgedBy(PrimitiveCases::sameBits),
                CodecCase.of("Double", Codecs.doubleValue(), RandomValues::nextDouble)
                        .judgedBy(PrimitiveCases::sameBits));
    }

    private static Stream<CodecCase<?>> arrays() {
        return Stream.of(
                CodecCase.of("boolean[]", Codecs.booleanArray(), PrimitiveCases::nextBooleans)
                        .judgedBy(Arrays::equals),
                CodecCase.of("byte[]", Codecs.byteArray(), RandomValues::nextBytes)
                        .judgedBy(Arrays::equals),
                CodecCase.of("short[]", Codecs.shortArray(), PrimitiveCases::nextShorts)
                        .judgedBy(Arrays::equals),
                CodecCase.of(
                                "char[]",
                                Codecs.charArray(),
                                random -> nextString(random).toCharArray())
                        .judgedBy(Arrays::equals),
                CodecCase.of(
                                "int[]",
                                Codecs.intArray(),
                                random -> random.ints(length(random)).toArray())
                        .judgedBy(Arrays::equals),
                CodecCase.of(
                                "long[]",
                                Codecs.longArray(),
                                random -> random.longs(length(random)).toArray())
                        .judgedBy(Arrays::equals),
                CodecCase.of("float[]", Codecs.floatArray(), PrimitiveCases::nextFloats)
                        .judgedBy(PrimitiveCases::sameBits),
                CodecCase.of("double[]", Codecs.doubleArray(), PrimitiveCases::nextDoubles)
                        .judgedBy(PrimitiveCases::sameBits));
    }

    private static boolean sameBits(Float sent, Float arrived) {
        return Float.floatToRawIntBits(sent) == Float.floatToRawIntBits(arrived);
    }

    private static boolean sameBits(Double sent, Double arrived) {
        return Double.doubleToRawLongBits(sent) == Double.doubleToRawLongBits(arrived);
    }

    private static boolean sameBits(float[] sent, float[] arrived) {
        boolean same = sent.length == arrived.length;
        for (int i = 0; same && i < sent.length; i++) {
            same = Float.floatToRawIntBits(sent[i]) == Float.floatToRawIntBits(arrived[i]);
        }
        return same;
    }

    private static boolean sameBits(double[] sent, double[] arrived) {
        boolean same = sent.length == arrived.length;
        for (int i = 0; same && i < sent.length; i++) {
            same = Double.doubleToRawLongBits(sent[i]) == Double.doubleToRawLongBits(arrived[i]);
        }
        return same;
    }

    private static boolean[] nextBooleans(RandomGenerator random) {
        boolean[] values = new boolean[length(random)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean();
        }
        return values;
    }

    private static short[] nextShorts(RandomGenerator random) {
        short[] values = new short[length(random)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt();
        }
        return values;
    }

    private static float[] nextFloats(RandomGenerator random) {
        float[] values = new float[length(random)];
        for (int i = 0; i < values.length; i++) {
            values[i] = nextFloat(random);
        }
        return values;
    }

    private static double[] nextDoubles(RandomGenerator random) {
        double[] values = new double[length(random)];
        for (int i = 0; i < values.length; i++) {
            values[i] = nextDouble(random);
        }
        return values;
    }
}
