package dev.runinprocess.benchmarks;

import java.util.Locale;

/** One way to measure a row. */
record Setting(Placement placement, Load load) {
    /** As it stands behind a row's name: {@code split}, {@code split+busy}. */
    String label() {
        String place = placement.name().toLowerCase(Locale.ROOT);
        return load == Load.BUSY ? place + "+busy" : place;
    }
}
