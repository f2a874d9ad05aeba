package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is to be sent of a call or of a run, as it was when it was given: what is left of the call may be another worker's when this is sent.
 *
 * @param number of the first call; the others follow
 * @param from which calls those are, of all that there are arguments of
 */
record Portion(PoolMethod method, int number, Arguments arguments, int from, int to) {
    int count() {
        return to - from;
    }

    int bytes() {
        return arguments.bytes(from, to);
    }

    @Nullable
    ValueWriter large() {
        return arguments.large();
    }

    /** As the worker reads it: the first number, the method's, how many; then as {@link Arguments#write} does. */
    void write(ValueWriter out) {
        out.writeInt(number);
        out.writeInt(method.number());
        out.writeInt(count());
        arguments.write(out, from, to);
    }
}
