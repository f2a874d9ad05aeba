package dev.runinprocess.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * One row of the comparison: what is measured, how ours does it, and what it has to reach. The peer does the same under the same name, see
 * {@link Peer}. A row is made in two kinds of program: the one that compares, and the ones that measure.
 */
public interface Row {
    /** Its name on the command line, of words and dashes. */
    String name();

    /** Its title in the table. */
    String title();

    /** What is counted, in one sentence for the reader of the page. */
    String counted();

    /** What it has to reach. */
    Target target();

    /** Whom it is compared with, if not with Python. */
    default Optional<JavaPeer> javaPeer() {
        return Optional.empty();
    }

    /** Takes samples in this fresh process, by {@link Run#batches} or {@link Run#samples}. */
    void measure(Run run) throws Exception;

    /** What its figures are. */
    default Unit unit() {
        return Unit.TIME;
    }

    /** Where its processes run. */
    default List<Placement> placements() {
        return List.of(Placement.SPLIT, Placement.SAME);
    }

    /** What else runs meanwhile. */
    default List<Load> loads() {
        return List.of(Load.IDLE, Load.BUSY);
    }

    /** How many operations make one sample. */
    default int operations() {
        return 1;
    }

    /** How long it is measured, given how long rows usually are. */
    default Effort effort(Effort usual) {
        return usual;
    }
}
