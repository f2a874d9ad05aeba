package dev.runinprocess.channel;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * An end of a pipe that was sent to another process, and has not arrived: what {@link Holders} knows of it.
 *
 * @param cell where it is held
 * @param number what tells it from others that were there
 */
record InFlight(int cell, long number) {
    void write(ValueWriter out) {
        out.writeInt(cell);
        out.writeLong(number);
    }

    static InFlight read(ValueReader in) {
        return new InFlight(in.readInt(), in.readLong());
    }
}
