package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.sync.ProcessSemaphore;

/** A queue that one process fills, so many elements at a time as it is asked for, and another empties. */
final class QueueTransfer {
    private QueueTransfer() {}

    @RunInProcess
    static void putNumbers(ProcessQueue<Integer> queue, ProcessSemaphore asked, int operations, int core)
            throws Exception {
        Cores.pinTo(core);
        while (true) {
            asked.acquire();
            for (int i = 0; i < operations; i++) {
                queue.put(i);
            }
        }
    }

    @RunInProcess
    static void putBytes(ProcessQueue<byte[]> queue, ProcessSemaphore asked, int operations, int bytes, int core)
            throws Exception {
        Cores.pinTo(core);
        byte[] element = new byte[bytes];
        while (true) {
            asked.acquire();
            for (int i = 0; i < operations; i++) {
                queue.put(element);
            }
        }
    }

    /** Takes what another process puts meanwhile. */
    static void measureNumbers(Run run) throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        ProcessSemaphore asked = ProcessSemaphore.create(0);
        Other.whileRunning(
                PutNumbersLauncher.start(queue, asked, run.operations(), run.otherCore()),
                () -> takeAll(run, queue, asked));
    }

    /** As {@link #measureNumbers}, with elements of so many bytes. */
    static void measureBytes(Run run, int bytes) throws Exception {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        ProcessSemaphore asked = ProcessSemaphore.create(0);
        Other.whileRunning(
                PutBytesLauncher.start(queue, asked, run.operations(), bytes, run.otherCore()),
                () -> takeAll(run, queue, asked));
    }

    private static void takeAll(Run run, ProcessQueue<?> queue, ProcessSemaphore asked) throws Exception {
        run.batches(operations -> {
            asked.release();
            for (int i = 0; i < operations; i++) {
                queue.take();
            }
        });
    }
}
