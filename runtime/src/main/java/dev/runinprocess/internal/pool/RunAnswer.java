package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.ring.Content;
import dev.runinprocess.internal.ring.RingDraft;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The one answer of calls that return one after the other, put together in the ring itself: each result is in shared memory before the next call is claimed, as if it had been sent. For one thread of the worker's.
 *
 * <pre>
 *     0  number of the first call
 *     4  how many calls, once it is sent
 *     8  how many nanoseconds they took, once it is sent
 *    16  of each result its length, 4 bytes, and its bytes
 * </pre>
 */
final class RunAnswer {
    private static final int COUNT_AT = 4;
    private static final int NANOS_AT = 8;
    private static final int RESULTS_AT = 16;

    /** So much of the ring is kept free for it. */
    private static final int MOST_BYTES = 3 << 13;

    private final RingLink link;
    private final RingDraft draft;
    private final RunProgress progress;
    private int first;
    private int count;
    private int length;

    RunAnswer(RingLink link, RunProgress progress) {
        this.link = link;
        this.draft = link.draft();
        this.progress = progress;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether a result may be added. */
    boolean hasRoom(long bytes) {
        return (count == 0 ? RESULTS_AT : length) + Integer.BYTES + bytes <= MOST_BYTES;
    }

    /**
     * Adds a result, for which there is room.
     *
     * @param number of its call, which follows that of the result before
     * @param from where the result begins in the writer
     * @throws IOException if the pool is gone
     */
    void add(int number, ValueWriter result, int from) throws IOException {
        if (count == 0) {
            link.awaitRoom(draft, MOST_BYTES);
            first = number;
            draft.putInt(0, first);
            length = RESULTS_AT;
        }
        int bytes = (int) result.length() - from;
        draft.putInt(length, bytes);
        draft.put(length + Integer.BYTES, Content.of(result), from, bytes);
        length += Integer.BYTES + bytes;
        count++;
        progress.returned(number, length);
    }

    /** Sends what there is. */
    void send(long nanos) {
        if (count > 0) {
            draft.putInt(COUNT_AT, count);
            draft.putInt(NANOS_AT, (int) nanos);
            draft.putInt(NANOS_AT + Integer.BYTES, (int) (nanos >>> Integer.SIZE));
            count = 0;
            draft.publish(Message.RUN_RETURNED, length);
        }
    }

    /**
     * What a dead worker had put together and not sent. For the pool, which has read all else.
     *
     * @param next the first call that is not answered
     */
    static Worker.@Nullable Answered left(RingLink link, RunProgress progress, int next) {
        RunProgress.State state = progress.state();
        int count = state.last() - next + 1;
        if (count <= 0 || state.bytes() < RESULTS_AT || state.bytes() > MOST_BYTES) {
            return null;
        }
        byte[] bytes = link.drafted(state.bytes());
        if (new ValueReader(bytes, bytes.length).readInt() != next) {
            return null;
        }
        byte[] results = Arrays.copyOfRange(bytes, RESULTS_AT, bytes.length);
        return new Worker.Answered(next, count, 0, new Answer.RunReturned(new ValueReader(results, results.length)));
    }
}
