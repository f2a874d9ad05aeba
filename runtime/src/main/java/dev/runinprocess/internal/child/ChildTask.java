package dev.runinprocess.internal.child;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/** The task as this package sees it. */
public interface ChildTask {
    /** The method's signature, for messages. */
    String signature();

    /** What the launcher must have, too. */
    String fingerprint();

    /** Reads the arguments. */
    void read(ValueReader arguments);

    /** Calls the method and keeps its result. What it runs by itself, one after the other, it announces to the one who interrupts. */
    void invoke(TaskInterrupts interrupts) throws Throwable;

    /** Writes the result. */
    void writeResult(ValueWriter out);
}
