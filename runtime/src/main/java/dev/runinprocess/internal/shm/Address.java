package dev.runinprocess.internal.shm;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;

/** The form in which a handle crosses to another process of its session: the session's directory, and the address. */
public final class Address {
    private Address() {}

    /** Writes where an object lies. */
    public static void write(ValueWriter out, Place place) {
        out.write(Codecs.string(), place.commons().directory().toString());
        out.writeLong(place.address());
    }

    /**
     * Reads where an object lies.
     *
     * @param what the type of the handle, for the message
     * @throws NotTransferableException if this process does not belong to the object's session
     */
    public static Place read(ValueReader in, String what) {
        String directory = in.read(Codecs.string());
        long address = in.readLong();
        for (Commons commons : Commons.known()) {
            if (commons.directory().toString().equals(directory)) {
                return commons.existing(address, what);
            }
        }
        throw new NotTransferableException(
                "This " + what + " belongs to another session of processes, so this process, which is not one of them,"
                        + " cannot use it: its owner may die here unnoticed. Share a SharedMemory by its name, or let one program start the other.");
    }
}
