package dev.runinprocess.tests.deaths;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessLock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A program with room for as many processes at the lock as its system property says, which starts one too many, and then many in turn. */
@SuppressWarnings("LockNotBeforeTry") // The lock is held while the others come.
final class LimitsProgram {
    private LimitsProgram() {}

    @RunInProcess
    static void waitInTurn(ProcessLock lock, Board board) {
        board.numbers().getAndAdd(LockTasks.PARKED, 1);
        lock.lock();
        try {
            board.countUp(LockTasks.TURNS);
        } finally {
            lock.unlock();
        }
    }

    public static void main(String[] args) throws Exception {
        int room = Integer.getInteger("runinprocess.maxProcesses");
        int generations = Integer.parseInt(args[0]);
        Warnings.mute();
        ProcessLock lock = ProcessLock.create();
        Board board = Board.create();
        lock.lock();
        List<ChildProcess<Void>> waiting = new ArrayList<>();
        for (int i = 1; i < room; i++) {
            waiting.add(WaitInTurnLauncher.start(lock, board));
        }
        board.await(LockTasks.PARKED, room - 1);
        try {
            Void unused = WaitInTurnLauncher.start(lock, board).get();
        } catch (ExecutionException e) {
            System.out.println("one too many: " + e.getCause());
        }
        // Each dies as it waits, and the next has its place.
        for (int i = 0; i < generations; i++) {
            ChildProcess<Void> dying = waiting.remove(0);
            dying.kill();
            dying.join();
            long before = board.get(LockTasks.PARKED);
            waiting.add(WaitInTurnLauncher.start(lock, board));
            board.await(LockTasks.PARKED, before + 1);
        }
        lock.unlock();
        for (ChildProcess<Void> each : waiting) {
            Void unused = each.get();
        }
        System.out.println("turns: " + board.get(LockTasks.TURNS));
    }
}
