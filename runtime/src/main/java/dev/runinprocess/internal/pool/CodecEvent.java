package dev.runinprocess.internal.pool;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Values that became bytes, or the other way round. */
@Name("dev.runinprocess.PoolCodec")
@Label("Pool encoding and decoding")
@Description(
        "The arguments of a task, or of several in one message, that were encoded, or results that were decoded, in the pool's process")
@Category("RunInProcess")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields.
final class CodecEvent extends Event {
    @Label("Task")
    private String task = "";

    @Label("Arguments, not a result")
    private boolean encodes;

    @Label("Bytes")
    @DataAmount
    private long bytes;

    @Label("Time it took")
    @Timespan(Timespan.NANOSECONDS)
    private long time;

    private CodecEvent() {}

    static boolean isRecorded() {
        return new CodecEvent().isEnabled();
    }

    static void record(String task, boolean encodes, long bytes, long time) {
        CodecEvent event = new CodecEvent();
        event.task = task;
        event.encodes = encodes;
        event.bytes = bytes;
        event.time = time;
        event.commit();
    }
}
