package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Run;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads of one process. */
final class Threads implements JavaPeer {
    private final int number;
    private final long nanos;
    private final int payloadBytes;

    /** So many, for tasks of so many nanoseconds with so large a payload. */
    Threads(int number, long nanos, int payloadBytes) {
        this.number = number;
        this.nanos = nanos;
        this.payloadBytes = payloadBytes;
    }

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public String description() {
        return "Executors.newFixedThreadPool of JDK " + Runtime.version().feature();
    }

    @Override
    public void measure(Run run) throws Exception {
        byte[] bytes = new byte[payloadBytes];
        Callable<byte[]> task = () -> PoolWork.compute(nanos, bytes);
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            run.batches(operations -> {
                for (Future<byte[]> result : threads.invokeAll(Collections.nCopies(operations, task))) {
                    result.get();
                }
            });
        } finally {
            threads.shutdown();
        }
    }
}
