package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.child.ChildRun;
import dev.runinprocess.internal.child.ChildTask;
import dev.runinprocess.internal.child.TaskInterrupts;
import dev.runinprocess.internal.protocol.FailureFrame;
import dev.runinprocess.internal.protocol.ThrownException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The main class of a pool's workers: a child like any other, whose task is to do the calls that its pool sends. */
public final class PoolWorker implements ChildTask {
    /** Of what its main method does, for messages. */
    public static final String SIGNATURE = "void PoolWorker.serve()";

    /** Changes with what the pool and its workers say to each other. */
    public static final String FINGERPRINT = "pool-2";

    private @Nullable WorkerOrder order;

    private PoolWorker() {}

    /**
     * Serves the pool that started this process.
     *
     * @throws Throwable if that fails; the pool sees the process's end
     */
    public static void main(String[] args) throws Throwable {
        ChildRun.run(new PoolWorker(), args);
    }

    @Override
    public String signature() {
        return SIGNATURE;
    }

    @Override
    public String fingerprint() {
        return FINGERPRINT;
    }

    @Override
    public void read(ValueReader arguments) {
        try {
            order = WorkerOrder.read(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void invoke(TaskInterrupts interrupts) throws Throwable {
        WorkerOrder told = Objects.requireNonNull(order, "the order was not read yet");
        Seat seat = Seat.at(told.seat(), told.seatFile());
        Budget.inherit(told.budget());
        RingLink link = RingLink.ofWorker(seat);
        if (initialize(told.initializer(), link)) {
            link.send(Message.READY, new ValueWriter());
            new Service(link, seat.claims(), seat.progress(), interrupts).serve();
        }
    }

    private static boolean initialize(WorkerOrder.@Nullable FirstCall initializer, RingLink link) throws IOException {
        if (initializer == null) {
            return true;
        }
        try {
            WorkerMethods methods = new WorkerMethods();
            methods.add(initializer.method());
            methods.entryPoint(initializer.method().number())
                    .read(new ValueReader(initializer.arguments()))
                    .invoke();
            return true;
        } catch (Throwable thrown) {
            ValueWriter out = new ValueWriter();
            FailureFrame.write(ThrownException.of(thrown), out);
            link.send(Message.NOT_READY, out);
            return false;
        }
    }

    @Override
    public void writeResult(ValueWriter out) {
        out.write(Codecs.voidResult(), null);
    }
}
