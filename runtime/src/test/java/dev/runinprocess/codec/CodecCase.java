package dev.runinprocess.codec;

import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A codec with random values for it, and what it means that one has arrived unchanged. */
record CodecCase<T>(
        String name, Codec<T> codec, Function<RandomGenerator, T> values, BiPredicate<? super T, ? super T> same) {
    static <T> CodecCase<T> of(String name, Codec<T> codec, Function<RandomGenerator, T> values) {
        return new CodecCase<>(name, codec, values, Object::equals);
    }

    /** The same codec, judged otherwise than by {@code equals}. */
    CodecCase<T> judgedBy(BiPredicate<? super T, ? super T> judge) {
        return new CodecCase<>(name, codec, values, judge);
    }

    @Override
    public String toString() {
        return name;
    }
}
