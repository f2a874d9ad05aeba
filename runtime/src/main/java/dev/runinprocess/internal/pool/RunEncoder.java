package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes runs of calls in a row: of those of one method whose arguments are small and whose time has no limit. All others stay single. For one thread. */
final class RunEncoder {
    private static final int MOST_CALLS = 1 << 11;

    /** A run goes into one message. */
    private static final int MOST_BYTES = 1 << 14;

    /** Arguments that take more gain nothing by others' company. */
    private static final int MOST_BYTES_OF_ONE = 1 << 9;

    private final CallEncoder encoder;
    private final Receiver receiver;
    private final byte[] bytes = new byte[MOST_BYTES];
    private final int[] ends = new int[MOST_CALLS];
    private int count;
    private int length;
    private int firstIndex;
    private int retries;

    /** How long it took to encode them, if somebody records that. */
    private long nanos;

    private @Nullable PoolMethod method;

    RunEncoder(CallEncoder encoder, Receiver receiver) {
        this.encoder = encoder;
        this.receiver = receiver;
    }

    /**
     * Encodes a call.
     *
     * @param index by which the receiver knows it
     * @param done where calls go that are complete
     */
    void add(PoolCall call, int index, List<QueuedCall> done) {
        PoolMethod ofOne = encoder.method(call);
        long begin = PoolEvents.codecBegins();
        ValueWriter out = encoder.write(call);
        long nanosOfOne = PoolEvents.codecNanos(begin);
        if (encoder.timeoutNanos(call) > 0 || out.length() > MOST_BYTES_OF_ONE || out.losses() != null) {
            finish(done);
            PoolEvents.codecTook(nanosOfOne, ofOne.displayName(), true, out.length());
            done.add(encoder.queue(call, ofOne, out, receiver, index));
            return;
        }
        int written = (int) out.length();
        int retriesOfOne = encoder.retries(call);
        boolean mayJoin =
                ofOne == method && retriesOfOne == retries && count < MOST_CALLS && length + written <= MOST_BYTES;
        if (count > 0 && !mayJoin) {
            finish(done);
        }
        if (count == 0) {
            method = ofOne;
            retries = retriesOfOne;
            firstIndex = index;
        }
        out.copyTo(bytes, length);
        length += written;
        ends[count++] = length;
        nanos += nanosOfOne;
        encoder.recycle(out);
    }

    /** Completes the run that was begun, if any. */
    void finish(List<QueuedCall> done) {
        PoolMethod ofAll = method;
        if (ofAll == null) {
            return;
        }
        Arguments arguments = count == 1
                ? Arguments.single(Arrays.copyOf(bytes, length))
                : Arguments.run(Arrays.copyOf(bytes, length), Arrays.copyOf(ends, count));
        QueuedCall run = new QueuedCall(ofAll, receiver, firstIndex, arguments, null, 0);
        run.retries = retries;
        done.add(run);
        PoolEvents.codecTook(nanos, ofAll.displayName(), true, length);
        nanos = 0;
        method = null;
        count = 0;
        length = 0;
    }
}
