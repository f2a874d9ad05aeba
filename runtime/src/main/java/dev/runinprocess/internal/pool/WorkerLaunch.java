package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.launch.LaunchSpec;
import dev.runinprocess.internal.launch.ProcessChild;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A worker's process, from its start.
 *
 * @param child the process
 * @param seat what it shares with its pool
 * @param grant by which it is counted
 */
record WorkerLaunch(ProcessChild<Void> child, Seat seat, Budget.Grant grant) {
    /**
     * Starts one.
     *
     * @throws LaunchException if that fails; nothing is left behind
     */
    static WorkerLaunch start(PoolSpec spec, PoolMethods methods, int number, Budget.Grant grant) {
        LaunchSpec launch = spec.launch().apply(number);
        Seat seat = createSeat();
        try {
            WorkerOrder order = new WorkerOrder(
                    seat.address(), seat.file(), Budget.current().permits(), initializer(spec, methods));
            return new WorkerLaunch(ProcessChild.start(launch, order.toPayload(), Codecs.voidResult()), seat, grant);
        } catch (RuntimeException | Error e) {
            seat.free();
            throw e;
        }
    }

    private static Seat createSeat() {
        try {
            return Seat.create();
        } catch (IOException e) {
            throw new LaunchException("Cannot make the memory that a pool shares with a worker: " + e.getMessage(), e);
        }
    }

    private static WorkerOrder.@Nullable FirstCall initializer(PoolSpec spec, PoolMethods methods) {
        return spec.initializer()
                .map(call -> {
                    ValueWriter arguments = new ValueWriter();
                    call.task().write(arguments);
                    return new WorkerOrder.FirstCall(MethodNews.of(methods.of(call)), arguments.toPayload());
                })
                .orElse(null);
    }
}
