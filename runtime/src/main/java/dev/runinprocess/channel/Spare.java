package dev.runinprocess.channel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Something with memory of its own that one thread uses for a moment: the one that is kept, or another if that is in use. Safe for use by many threads. */
final class Spare<T> {
    /*
     * A flag, and not a reference that is null as long as it is in use: to store a reference into an old object costs the collector's barrier.
     */
    private final Supplier<T> maker;
    private final T kept;
    private final AtomicBoolean used = new AtomicBoolean();

    Spare(Supplier<T> maker) {
        this.maker = maker;
        this.kept = maker.get();
    }

    /** One that nobody else uses. */
    T take() {
        return used.compareAndSet(false, true) ? kept : maker.get();
    }

    /** For the next one. */
    void giveBack(T spare) {
        if (spare == kept) {
            used.setRelease(false);
        }
    }
}
