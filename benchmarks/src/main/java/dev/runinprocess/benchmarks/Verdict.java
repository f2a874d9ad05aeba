package dev.runinprocess.benchmarks;

import java.util.Locale;

/** Whether a row reaches its target. */
enum Verdict {
    OK,
    SHORT,
    /** The peer was not there to compare with. */
    UNKNOWN;

    static Verdict of(boolean reached) {
        return reached ? OK : SHORT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
