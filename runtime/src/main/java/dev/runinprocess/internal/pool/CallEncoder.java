package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.ring.Content;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes bytes of calls, on their callers' threads: a bad value fails its caller and nobody else. For one thread. */
final class CallEncoder {
    /** Arguments beyond this are sent from where they were written, and not copied together with others. */
    private static final int LARGE_BYTES = 1 << 13;

    private final PoolMethods methods;
    private final PoolSpec spec;
    private @Nullable ValueWriter writer;

    /** Mostly that of the next call, too. */
    private @Nullable PoolMethod lastMethod;

    CallEncoder(PoolMethods methods, PoolSpec spec) {
        this.methods = methods;
        this.spec = spec;
    }

    /**
     * Encodes a call by itself.
     *
     * @param index by which the receiver knows it
     */
    QueuedCall encode(PoolCall call, Receiver receiver, int index) {
        PoolMethod method = method(call);
        long begin = PoolEvents.codecBegins();
        ValueWriter out = write(call);
        PoolEvents.codecEnds(begin, method.displayName(), true, out.length());
        return queue(call, method, out, receiver, index);
    }

    PoolMethod method(PoolCall call) {
        PoolMethod last = lastMethod;
        if (last == null || last.definition() != call.definition()) {
            last = methods.of(call);
            lastMethod = last;
        }
        return last;
    }

    /** Writes a call's arguments, to where they stay until they are queued or recycled. */
    ValueWriter write(PoolCall call) {
        ValueWriter out = writer == null ? new ValueWriter() : writer;
        // One that failed is of no use any more.
        writer = null;
        write(call, out);
        return out;
    }

    /** Makes a call by itself of what was written. */
    QueuedCall queue(PoolCall call, PoolMethod method, ValueWriter out, Receiver receiver, int index) {
        boolean large = out.length() > LARGE_BYTES;
        if (large) {
            // Too long for a message is for the caller to hear, and not for the worker in the middle of others' calls.
            Content unused = Content.of(out);
        }
        QueuedCall queued = new QueuedCall(
                method,
                receiver,
                index,
                large ? Arguments.large(out) : Arguments.single(Arguments.copy(out)),
                out.losses(),
                timeoutNanos(call));
        queued.retries = retries(call);
        if (!large) {
            recycle(out);
        }
        return queued;
    }

    int retries(PoolCall call) {
        return call.idempotent() ? spec.retries() : 0;
    }

    /** What was written is copied. */
    void recycle(ValueWriter out) {
        out.clear();
        writer = out;
    }

    private static void write(PoolCall call, ValueWriter out) {
        boolean written = false;
        try {
            call.task().write(out);
            written = true;
        } finally {
            if (!written) {
                out.lost();
            }
        }
    }

    /** 0 for any time it takes. */
    long timeoutNanos(PoolCall call) {
        if (call.timeout().isEmpty() && !mayHaveTimeout(call)) {
            return 0;
        }
        return call.timeout()
                .or(() -> call.definition().timeout())
                .or(spec::timeout)
                .map(CallEncoder::nanos)
                .orElse(0L);
    }

    private boolean mayHaveTimeout(PoolCall call) {
        return call.definition().timeout().isPresent() || spec.timeout().isPresent();
    }

    private static long nanos(Duration timeout) {
        return Math.max(1, TimeUnit.NANOSECONDS.convert(timeout));
    }
}
