package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes bytes of calls, on their callers' threads: a bad value fails its caller and nobody else. For one thread. */
final class CallEncoder {
    /** Arguments beyond this are sent from where they were written, and not copied together with others. */
    private static final int LARGE_BYTES = 1 << 13;

    private static final byte[] NONE = {};

    private final PoolMethods methods;
    private final PoolSpec spec;
    private @Nullable ValueWriter writer;

    CallEncoder(PoolMethods methods, PoolSpec spec) {
        this.methods = methods;
        this.spec = spec;
    }

    /**
     * Encodes a call.
     *
     * @param index by which the receiver knows it
     */
    QueuedCall encode(PoolCall call, Receiver receiver, int index) {
        ValueWriter out = writer == null ? new ValueWriter() : writer;
        // One that failed is of no use any more.
        writer = null;
        PoolMethod method = methods.of(call);
        long begin = PoolEvents.codecBegins();
        write(call, out);
        PoolEvents.codecEnds(begin, method.displayName(), true, begin == 0 ? 0 : out.length());
        boolean large = out.length() > LARGE_BYTES;
        QueuedCall queued = new QueuedCall(
                method,
                receiver,
                index,
                large ? NONE : bytes(out),
                large ? out : null,
                out.losses(),
                timeoutNanos(call));
        queued.retries = call.idempotent() ? spec.retries() : 0;
        if (!large) {
            out.clear();
            writer = out;
        }
        return queued;
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

    private static byte[] bytes(ValueWriter out) {
        byte[] bytes = new byte[(int) out.length()];
        out.copyTo(ByteBuffer.wrap(bytes), 0);
        return bytes;
    }

    private long timeoutNanos(PoolCall call) {
        return call.timeout()
                .or(() -> call.definition().timeout())
                .or(spec::timeout)
                .map(CallEncoder::nanos)
                .orElse(0L);
    }

    private static long nanos(Duration timeout) {
        return Math.max(1, TimeUnit.NANOSECONDS.convert(timeout));
    }
}
