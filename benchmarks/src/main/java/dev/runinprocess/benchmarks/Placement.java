package dev.runinprocess.benchmarks;

/** Where the processes of a measurement run. */
public enum Placement {
    /** All on one core, which the only process has for itself. */
    ALONE("one process, on one core", 1),
    /** Each on a core of its own. */
    SPLIT("two processes, each on a core of its own", 2),
    /** All on one core, which they share. */
    SAME("two processes on one core", 1),
    /** Wherever the operating system puts them: the rows that start processes. */
    FREE("wherever the operating system puts them", 0);

    private final String description;
    private final int cores;

    Placement(String description, int cores) {
        this.description = description;
        this.cores = cores;
    }

    String description() {
        return description;
    }

    /** How many cores the processes are pinned to; 0 if to none in particular. */
    int cores() {
        return cores;
    }
}
