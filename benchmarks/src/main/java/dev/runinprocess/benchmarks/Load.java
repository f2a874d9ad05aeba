package dev.runinprocess.benchmarks;

/** What else runs on the cores meanwhile. */
public enum Load {
    /** Nothing of ours. */
    IDLE,
    /** On each core a process that never rests. */
    BUSY
}
