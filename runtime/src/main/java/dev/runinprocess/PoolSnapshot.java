package dev.runinprocess;

import dev.runinprocess.internal.os.ResidentSize;
import dev.runinprocess.internal.pool.PoolFacts;
import dev.runinprocess.internal.pool.WorkerFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a {@link ProcessPool} was doing at a moment. Immutable.
 *
 * @param name the pool's name
 * @param waiting how many tasks waited for any worker
 * @param unfinished how many tasks had not ended, those that waited included
 * @param done how many tasks had ended in workers, however they did
 * @param deaths how many workers had ended in the middle of a task, or before they were ready
 * @param workers its workers
 */
public record PoolSnapshot(String name, int waiting, long unfinished, long done, long deaths, List<Worker> workers) {

    /** Copies the list. */
    public PoolSnapshot {
        workers = List.copyOf(workers);
    }

    static PoolSnapshot of(String name, PoolFacts facts) {
        return new PoolSnapshot(
                name,
                facts.waiting(),
                facts.unfinished(),
                facts.done(),
                facts.deaths(),
                facts.workers().stream().map(Worker::of).toList());
    }

    /** What a worker was about. */
    public enum State {
        /** Its JVM was starting, or its initializer running. */
        STARTING,

        /** It had nothing to do. */
        IDLE,

        /** It had a task. */
        BUSY,

        /** It was to get no more tasks, and to end. */
        ENDING
    }

    /**
     * One worker.
     *
     * @param name its process's name
     * @param pid its process id
     * @param state what it was about
     * @param task what it did, such as {@code Transfers.download}, if anything
     * @param since how long it had done that, or nothing
     * @param waiting how many tasks were sent to it ahead
     * @param done how many tasks it had ended
     * @param busyShare the part of its time for which it was busy, from 0 to 1
     * @param residentBytes how much memory it had in use, if the system tells
     */
    public record Worker(
            String name,
            long pid,
            State state,
            Optional<String> task,
            Duration since,
            int waiting,
            long done,
            double busyShare,
            OptionalLong residentBytes) {
        private static Worker of(WorkerFacts facts) {
            long resident = ResidentSize.of(facts.pid());
            return new Worker(
                    facts.name(),
                    facts.pid(),
                    stateOf(facts),
                    facts.task(),
                    facts.since(),
                    facts.waiting(),
                    facts.done(),
                    facts.readyNanos() == 0 ? 0 : Math.min(1, (double) facts.busyNanos() / facts.readyNanos()),
                    resident == ResidentSize.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(resident));
        }

        private static State stateOf(WorkerFacts facts) {
            if (facts.starting()) {
                return State.STARTING;
            }
            if (facts.task().isPresent()) {
                return State.BUSY;
            }
            return facts.retiring() ? State.ENDING : State.IDLE;
        }
    }
}
