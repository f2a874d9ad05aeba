package dev.runinprocess.tests.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A condition, and the processes that wait for it: victims among survivors. */
final class Meeting {
    private final ProcessLock lock = ProcessLock.create();
    private final ProcessCondition condition = lock.newCondition();
    private final Board board = Board.create();
    private final List<ChildProcess<Void>> survivors = new ArrayList<>();

    ProcessLock lock() {
        return lock;
    }

    ProcessCondition condition() {
        return condition;
    }

    Board board() {
        return board;
    }

    /** The task to wait, with a number. */
    Call<Void> waiter(int number) {
        return AwaitSignalsLauncher.call(condition, board, List.of(number));
    }

    /** The task to signal. */
    Call<Void> signaller(int count) {
        return SignalLauncher.call(condition, board, count);
    }

    /** Two processes whose threads wait by turns, with the numbers in a range; they learn of a death from the parent alone. Returns when all sleep. */
    void survivors(int from, int to) {
        for (int half = 0; half < 2; half++) {
            List<Integer> numbers = IntStream.iterate(from + half, number -> number < to, number -> number + 2)
                    .boxed()
                    .toList();
            survivors.add(AwaitSignalsLauncher.call(condition, board, numbers)
                    .options(Survivors.TOLD)
                    .start());
        }
        // A victim that stops before it sleeps never counts.
        Await.until("all wait", () -> board.get(ConditionTasks.COMING) == to);
        lock.lock();
        try {
            assertThat(condition.getWaitQueueLength()).isEqualTo(to);
        } finally {
            lock.unlock();
        }
        board.await(ConditionTasks.PARKED, to - from);
    }

    /** Signals, as the parent. */
    void signal(int count) {
        lock.lock();
        try {
            condition.signal(count);
        } finally {
            lock.unlock();
        }
    }

    /** Exactly so many survivors were signalled, and the others wait; then they are signalled, too, and all come back in their order. */
    void assertRest(int signalled, int waiters, int abandoned) throws Exception {
        Await.until("so many are signalled: " + signalled, () -> board.get(ConditionTasks.SIGNALLED) == signalled);
        assertThat(lock.tryLock(Survivors.SOON)).isTrue();
        try {
            long seen = board.get(ConditionTasks.ABANDONED) + (lock.wasAbandoned() ? 1 : 0);
            assertThat(seen).as("told of the death").isEqualTo(abandoned);
            assertThat(condition.getWaitQueueLength()).isEqualTo(waiters - signalled);
            condition.signal(1);
            assertThat(condition.getWaitQueueLength()).isEqualTo(waiters - signalled - 1);
        } finally {
            lock.unlock();
        }
        Await.until("one more", () -> board.get(ConditionTasks.SIGNALLED) == signalled + 1);
        signal(waiters);
        for (ChildProcess<Void> survivor : survivors) {
            Void unused = survivor.get(Survivors.SOON);
        }
        assertThat(board.get(ConditionTasks.SIGNALLED)).isEqualTo(waiters);
        assertFirstComeFirstServed(signalled);
    }

    /** Those that are signalled together race for the lock; between the groups there is an order. */
    private void assertFirstComeFirstServed(int signalled) {
        long oneMore = board.get(ConditionTasks.ORDER + signalled);
        for (int i = 0; i < signalled; i++) {
            assertThat(board.get(ConditionTasks.ORDER + i)).isLessThan(oneMore);
        }
        for (int i = signalled + 1; i < board.get(ConditionTasks.SIGNALLED); i++) {
            assertThat(board.get(ConditionTasks.ORDER + i)).isGreaterThan(oneMore);
        }
    }
}
