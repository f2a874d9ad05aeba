package dev.runinprocess.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who can measure rows: ours, or another way to use processes. Each measures in a fresh program, which takes the row's name, {@code --operations},
 * {@code --warm-up}, {@code --measure} and {@code --cores} and prints samples as {@link Run} does.
 */
interface Peer {
    /** Its name in the row's line. */
    String name();

    /** What it is, with its version. */
    String description();

    /** Why it cannot measure here, if it cannot. */
    Optional<String> missing();

    /** Whether it compiles as it runs, and so needs the warm-up that the row asks for. */
    boolean compiles();

    /** The command that starts its program, up to the row's name. */
    List<String> command();
}
