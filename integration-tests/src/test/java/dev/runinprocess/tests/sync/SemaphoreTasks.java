package dev.runinprocess.tests.sync;

import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessSemaphore;
import java.util.Random;

/** Children that use semaphores and events. */
final class SemaphoreTasks {
    private SemaphoreTasks() {}

    @RunInProcess(daemon = Daemon.YES)
    static void acquireAndStay(ProcessSemaphore semaphore, int count) throws InterruptedException {
        semaphore.acquire(count);
        ProcessEvent.create().await();
    }

    @RunInProcess(daemon = Daemon.YES)
    static void answer(ProcessSemaphore ping, ProcessSemaphore pong, int rounds) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            ping.acquire();
            pong.release();
        }
    }

    /** Takes from 1 to 4 permits again and again, and sees that nobody has too many. */
    @RunInProcess(daemon = Daemon.YES)
    static void takeTurns(ProcessSemaphore semaphore, SharedInt taken, int rounds, long seed)
            throws InterruptedException {
        Random random = new Random(seed);
        for (int i = 0; i < rounds; i++) {
            int count = 1 + random.nextInt(4);
            semaphore.acquire(count);
            int now = taken.addAndGet(count);
            if (now > 4) {
                throw new AssertionError("too many permits: taken=" + now + ", seed=" + seed);
            }
            taken.addAndGet(-count);
            semaphore.release(count);
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static void set(ProcessEvent event) {
        event.set();
    }

    @RunInProcess(daemon = Daemon.YES)
    static void follow(ProcessEvent ping, ProcessEvent pong, int rounds) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            ping.await();
            ping.clear();
            pong.set();
        }
    }
}
