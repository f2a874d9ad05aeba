package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.sync.ProcessSemaphore;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is told at its start.
 *
 * @param seat the address of what it shares with its pool
 * @param seatFile the file of that
 * @param budget what counts the workers of its own pools
 * @param initializer what it does first, if anything
 */
record WorkerOrder(
        long seat,
        String seatFile,
        ProcessSemaphore budget,
        @Nullable FirstCall initializer) {

    /**
     * A call before all others.
     *
     * @param method whose
     * @param arguments as the entry point reads them
     */
    record FirstCall(MethodNews method, Payload arguments) {}

    Payload toPayload() {
        ValueWriter out = new ValueWriter();
        out.writeLong(seat);
        out.write(Codecs.string(), seatFile);
        out.write(ProcessSemaphore.codec(), budget);
        out.writeBoolean(initializer != null);
        if (initializer == null) {
            return out.toPayload();
        }
        initializer.method().write(out);
        return out.toPayload().concat(initializer.arguments());
    }

    static WorkerOrder read(ValueReader in) throws IOException {
        long seat = in.readLong();
        String seatFile = Objects.requireNonNull(in.read(Codecs.string()));
        ProcessSemaphore budget = Objects.requireNonNull(in.read(ProcessSemaphore.codec()));
        FirstCall initializer = in.readBoolean() ? new FirstCall(MethodNews.read(in), in.remainder()) : null;
        return new WorkerOrder(seat, seatFile, budget, initializer);
    }
}
