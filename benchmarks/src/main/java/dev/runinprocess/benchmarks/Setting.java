package dev.runinprocess.benchmarks;

import java.util.Locale;

/** One way to measure a row. */
record Setting(Placement placement, Load load) {
    private static final String BUSY = "+busy";

    /** The one that is called so. */
    static Setting labelled(String label) {
        boolean busy = label.endsWith(BUSY);
        String place = busy ? label.substring(0, label.length() - BUSY.length()) : label;
        return new Setting(Placement.valueOf(place.toUpperCase(Locale.ROOT)), busy ? Load.BUSY : Load.IDLE);
    }

    /** As it stands behind a row's name: {@code split}, {@code split+busy}. */
    String label() {
        String place = placement.name().toLowerCase(Locale.ROOT);
        return load == Load.BUSY ? place + BUSY : place;
    }
}
