package dev.runinprocess.link;

import dev.runinprocess.codec.Codec;

/**
 * A codec of {@code List<Shape>} where one of {@code List<? extends Shape>} is asked for. Sound for generated code alone, which asks for the bound in the
 * place of its wildcard: what is read is of the wider type, and what is written is only read from.
 */
public final class Widening {
    private Widening() {}

    /** Returns the same codec under the wider type. */
    @SuppressWarnings("unchecked") // see the type's description
    public static <T> Codec<T> of(Codec<? extends T> codec) {
        return (Codec<T>) codec;
    }
}
