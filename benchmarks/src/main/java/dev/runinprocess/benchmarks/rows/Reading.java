package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.Transferable;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A value of the kind that programs send: some text, some numbers, an enum, a time. */
@Transferable
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
public record Reading(String station, int number, double[] values, List<String> labels, Quality quality, Instant time)
        implements Serializable {
    private static final int VALUES = 16;

    /** How good it is. */
    public enum Quality {
        RAW,
        CHECKED,
        CORRECTED
    }

    /** The one that all measure with. */
    static Reading usual() {
        double[] values = new double[VALUES];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 1.1;
        }
        return new Reading(
                "Neumayer III",
                4711,
                values,
                new ArrayList<>(List.of("wind", "humidity", "temperature", "pressure")),
                Quality.CHECKED,
                Instant.ofEpochSecond(1_700_000_000, 123_456_789));
    }
}
