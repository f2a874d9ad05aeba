package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * How many JVMs a process keeps started ahead, and for how long.
 *
 * @param perKind how many of one kind, that is for launches with the same options; 0 for none at all
 * @param total how many of all kinds
 * @param idleSeconds how long those of a kind are kept that no launch has asked for
 */
public record SpareLimits(int perKind, int total, int idleSeconds) {
    /** What holds where nothing is said. */
    public static final SpareLimits DEFAULT = new SpareLimits(2, 8, 60);

    /** Checks the values. */
    public SpareLimits {
        if (perKind < 0 || total < 0) {
            throw new IllegalArgumentException(
                    "The numbers of spares must not be negative: spares=" + perKind + ", maxSpares=" + total);
        }
        if (idleSeconds < 1) {
            throw new IllegalArgumentException(
                    "Spares must be kept for a second at least: spareIdleSeconds=" + idleSeconds);
        }
    }

    void write(ValueWriter out) {
        out.writeInt(perKind);
        out.writeInt(total);
        out.writeInt(idleSeconds);
    }

    static SpareLimits read(ValueReader in) throws ProtocolException {
        try {
            return new SpareLimits(in.readInt(), in.readInt(), in.readInt());
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("it says how many spares there are, and there cannot be: " + e.getMessage());
        }
    }
}
