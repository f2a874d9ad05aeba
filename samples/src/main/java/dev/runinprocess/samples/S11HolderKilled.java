package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedLongArray;
import dev.runinprocess.sync.LockHold;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A lock whose holder is killed while others wait for it.
 *
 * <p>Teaches: the lock passes to the next who waits, and that one is told. What the lock guards may be half done then: here money that has left one
 * account and not arrived at the other. So the next holder looks, and puts it right.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * Process … is killed between two accounts: 70 + 50
 * Process … found the lock abandoned and 30 missing, which it put back
 * Three others went on: 97 + 53
 * }</pre>
 */
public final class S11HolderKilled {
    private static final int FROM = 0;
    private static final int TO = 1;
    private static final long TOTAL = 150;

    /** Moves 30, and takes its time between the two accounts. */
    @RunInProcess
    static void moveSlowly(SharedLongArray accounts, ProcessLock lock, ProcessEvent between)
            throws InterruptedException {
        lock.lock();
        try {
            accounts.set(FROM, accounts.get(FROM) - 30);
            between.set();
            TimeUnit.HOURS.sleep(1);
            accounts.set(TO, accounts.get(TO) + 30);
        } finally {
            lock.unlock();
        }
    }

    /** Moves 1; says what it found if the lock came from the dead. */
    @RunInProcess
    static String moveOne(SharedLongArray accounts, ProcessLock lock) {
        String found = "";
        try (LockHold hold = lock.hold()) {
            if (hold.wasAbandoned()) {
                long missing = TOTAL - accounts.get(FROM) - accounts.get(TO);
                accounts.set(FROM, accounts.get(FROM) + missing);
                found = "Process " + Processes.current().pid() + " found the lock abandoned and " + missing
                        + " missing, which it put back";
            }
            accounts.set(FROM, accounts.get(FROM) - 1);
            accounts.set(TO, accounts.get(TO) + 1);
        }
        return found;
    }

    public static void main(String[] args) throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessEvent between = ProcessEvent.create();
        try (SharedLongArray accounts = SharedLongArray.of(100, 50)) {
            ChildProcess<Void> slow = MoveSlowlyLauncher.start(accounts, lock, between);
            between.await();
            List<ChildProcess<String>> others = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                others.add(MoveOneLauncher.start(accounts, lock));
            }
            System.out.println("Process " + slow.pid() + " is killed between two accounts: " + text(accounts));
            slow.kill();
            for (ChildProcess<String> other : others) {
                other.get().lines().forEach(System.out::println);
            }
            System.out.println("Three others went on: " + text(accounts));
        }
    }

    private static String text(SharedLongArray accounts) {
        return accounts.get(FROM) + " + " + accounts.get(TO);
    }
}
