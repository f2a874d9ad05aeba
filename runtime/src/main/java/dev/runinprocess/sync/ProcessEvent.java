package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.shm.Address;
import dev.runinprocess.internal.shm.Place;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A flag between processes to wait for: Python's {@code multiprocessing.Event}. It is set or not; waiting ends once it is set, for everybody.
 *
 * <p>Who waits when it is set goes on, even if it is cleared at once. Waiting can be interrupted and timed, and costs no processor time after some
 * microseconds.
 *
 * <p>Nobody owns an event, so a process that dies leaves it as it was; if it died as it set it, either it is set and every waiter hears of it, or it is not.
 *
 * <p>What a thread did before {@link #set} happens-before what others do after they found it set, in whatever process either is. Handles are
 * small and may be passed to any process of the session; two handles of one event are equal. There is nothing to close: the event lasts as long as the
 * session. Safe for use by many threads and processes.
 */
public final class ProcessEvent {
    private final EventWord word;

    private ProcessEvent(EventWord word) {
        this.word = word;
    }

    /**
     * Creates an event that is not set.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static ProcessEvent create() {
        return new ProcessEvent(EventWord.create());
    }

    /** The way of handles to other processes of the session. */
    public static Codec<ProcessEvent> codec() {
        return HandleCodec.INSTANCE;
    }

    /** Whether it is set. */
    public boolean isSet() {
        return word.isSet();
    }

    /** Sets it, and lets all go on who wait. Setting it again does nothing more, but what was done before counts as done before this set. */
    public void set() {
        word.set();
    }

    /** Makes it as if it had never been set; those who go on already do not turn back. */
    public void clear() {
        word.clear();
    }

    /** Waits until it is set. */
    public void await() throws InterruptedException {
        boolean unused = word.await(Deadline.NEVER);
    }

    /**
     * Waits until it is set, for some time at most.
     *
     * @param time none or less to look only
     * @return whether it was set in that time
     */
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return word.await(Deadline.after(time, unit));
    }

    /** As {@link #await(long, TimeUnit)}. */
    public boolean await(Duration time) throws InterruptedException {
        return word.await(Deadline.after(time));
    }

    /** Whether the other is a handle of the same event. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessEvent event && event.word.place().equals(word.place());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(word.place().address());
    }

    @Override
    public String toString() {
        return word.isSet() ? "ProcessEvent[set]" : "ProcessEvent[unset]";
    }

    private static final class HandleCodec implements Codec<ProcessEvent> {
        private static final HandleCodec INSTANCE = new HandleCodec();

        @Override
        public void write(ValueWriter out, ProcessEvent value) {
            Address.write(out, value.word.place());
        }

        @Override
        public ProcessEvent read(ValueReader in) {
            Place place = Address.read(in, "ProcessEvent");
            return new ProcessEvent(new EventWord(place));
        }
    }
}
