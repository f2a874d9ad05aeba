package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final int VALUES = 300;

    static Stream<CodecCase<?>> cases() {
        return CodecCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void randomValue_crosses_unchanged(CodecCase<T> codecCase) {
        long seed = Seed.pick();
        Random random = new Random(seed);
        for (int i = 0; i < VALUES; i++) {
            T sent = codecCase.values().apply(random);
            T whole = Crossing.of(codecCase.codec(), sent);
            T pieced = Crossing.inPieces(codecCase.codec(), sent, random);
            assertThat(codecCase.same().test(sent, whole) && codecCase.same().test(sent, pieced))
                    .as("%s, test.seed=%d, value %d: %s became %s and %s", codecCase, seed, i, sent, whole, pieced)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @SuppressWarnings("NullAway")
    <T> void null_crosses_asNull(CodecCase<T> codecCase) {
        assertThat(Crossing.<T>of(codecCase.codec(), null)).isNull();
    }
}
