package dev.runinprocess.channel;

import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.shm.Commons;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What deletes the memory of pipes that only dead processes held: when this process, which knows pipes, finds somebody dead; and when it makes a pipe after somebody died, in case one that knows none found him.
 * One for each session's memory. Safe for use by many threads.
 */
final class PipeSweeper implements Runnable {
    private static final ConcurrentHashMap<Commons, PipeSweeper> ALL = new ConcurrentHashMap<>();

    private final Commons commons;
    private final AtomicLong sweptEpoch = new AtomicLong();

    private PipeSweeper(Commons commons) {
        this.commons = commons;
        Parking.of(commons).afterDeaths(this);
    }

    static PipeSweeper of(Commons commons) {
        PipeSweeper known = ALL.get(commons);
        return known == null ? ALL.computeIfAbsent(commons, PipeSweeper::new) : known;
    }

    void sweepIfDue() {
        long epoch = commons.epoch();
        if (sweptEpoch.getAndSet(epoch) != epoch) {
            PipeFiles.sweep(commons);
        }
    }

    @Override
    public void run() {
        sweepIfDue();
    }
}
