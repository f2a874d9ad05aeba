package dev.runinprocess.internal.ring;

import java.nio.ByteBuffer;

/** Who takes a message. */
public interface Intake {
    /**
     * Makes room for the message that comes next. Called with the lock of the reading end, so it does nothing that takes long; and again if the message turns out to be of a sender that died in the middle of
     * it, and another one comes instead. What it throws gets to the reader, and the message stays.
     *
     * @return a buffer, into which the message goes from its position on; its position is not changed
     */
    ByteBuffer room(int kind, int length);
}
