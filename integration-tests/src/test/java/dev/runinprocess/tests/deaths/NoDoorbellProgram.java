package dev.runinprocess.tests.deaths;

import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A program that waits for a condition at first where no doorbell can be made, and then where it can. */
final class NoDoorbellProgram {
    private static final Duration BRIEFLY = Duration.ofMillis(20);

    private NoDoorbellProgram() {}

    @SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // What is tested is how the wait ends.
    public static void main(String[] args) throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessCondition condition = lock.newCondition();
        lock.lock();
        Commons commons = Commons.current();
        Path inTheWay = Files.createFile(commons.directory().resolve("bell-" + commons.slot()));
        String refusal = "none";
        try {
            boolean unused = condition.await(BRIEFLY);
        } catch (IllegalStateException e) {
            refusal = String.valueOf(e.getMessage());
        }
        System.out.println("refused: " + refusal.lines().findFirst().orElse(""));
        System.out.println(
                "state: held=" + lock.isHeldByCurrentThread() + ", waiting=" + condition.getWaitQueueLength());
        Files.delete(inTheWay);
        System.out.println("signalled: " + condition.await(BRIEFLY) + ", held=" + lock.isHeldByCurrentThread());
        lock.unlock();
    }
}
