package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.JoinableProcessQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What the processes of {@link RedeliveryCases} do. */
final class RedeliveryTasks {
    /** A number on the board, beside those of {@link LockTasks} and {@link QueueTasks}. */
    static final int HOLDING = 31;

    private RedeliveryTasks() {}

    /** Takes elements up to the last and is done with each at once; returns their numbers. */
    @RunInProcess
    static List<Integer> dealWithElements(JoinableProcessQueue<byte[]> queue, Board board) throws InterruptedException {
        Parked.tell(board, LockTasks.PARKED);
        List<Integer> taken = new ArrayList<>();
        int number;
        do {
            number = QueueTasks.number(queue.take());
            queue.taskDone();
            taken.add(number);
        } while (number != QueueTasks.LAST);
        taken.remove(taken.size() - 1);
        return taken;
    }

    /** Takes elements and is never done with them. */
    @RunInProcess
    static void holdElements(JoinableProcessQueue<byte[]> queue, Board board, int elements)
            throws InterruptedException {
        for (int i = 0; i < elements; i++) {
            int unused = QueueTasks.number(queue.take());
        }
        board.numbers().getAndAdd(HOLDING, 1);
        while (true) {
            LockSupport.park();
        }
    }
}
