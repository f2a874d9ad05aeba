package dev.runinprocess.link;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueWriter;

/**
 * A method with its arguments: built by the launcher and written in the parent, read and invoked in the child.
 *
 * @param <R> the method's result; {@link Void} for {@code void}
 */
public interface BoundTask<R> {
    /** Writes the arguments, in the method's order. */
    void write(ValueWriter out);

    /** Calls the method in this process. */
    R invoke() throws Throwable;

    /** The entry point that reads what {@link #write} wrote. */
    EntryPoint<R> entryPoint();

    /** The codec of the result. */
    Codec<R> result();
}
