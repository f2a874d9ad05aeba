package dev.runinprocess;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.link.BoundTask;

/** A call in this process whose values go through their bytes all the same: what could not cross fails here, too. */
final class InlineCall {
    private InlineCall() {}

    static <R> R run(BoundTask<R> task, Payload arguments) throws Exception {
        BoundTask<R> copy = task.entryPoint().read(new ValueReader(arguments));
        R result;
        try {
            result = copy.invoke();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "a method that declares Throwable threw " + e.getClass().getName(), e);
        }
        ValueWriter out = new ValueWriter();
        out.write(task.result(), result);
        return new ValueReader(out.toPayload()).read(task.result());
    }
}
