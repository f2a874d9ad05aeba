package dev.runinprocess.link;

import dev.runinprocess.codec.ValueReader;

/**
 * The generated class whose {@code main} runs in the child JVM, seen by {@link ChildMain}.
 *
 * @param <R> the method's result; {@link Void} for {@code void}
 */
public interface EntryPoint<R> {
    /** The method's signature as a person would write it, for messages. */
    String signature();

    /** A hash of the signature and the shape of every value in it; launcher and entry point must agree. */
    String fingerprint();

    /** Reads the arguments that {@link BoundTask#write} wrote in the parent. */
    BoundTask<R> read(ValueReader in);
}
