package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.ProcessQueue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the processes of {@link QueueCases} do. */
final class QueueTasks {
    /** The number of the element after which nobody takes more. */
    static final int LAST = -1;

    /** The numbers on the board, beside those of {@link LockTasks}. */
    static final int PUTTING = 30;

    private QueueTasks() {}

    static byte[] element(int number, int bytes) {
        byte[] element = new byte[bytes];
        Arrays.fill(element, (byte) number);
        ByteBuffer.wrap(element).putInt(number);
        return element;
    }

    /** The number of an element, whose every byte must be its own. */
    static int number(byte[] element) {
        int number = ByteBuffer.wrap(element).getInt();
        if (!Arrays.equals(element, element(number, element.length))) {
            throw new AssertionError("a torn element with number " + number);
        }
        return number;
    }

    /** Puts elements with the numbers in a range. */
    @RunInProcess
    static void putElements(ProcessQueue<byte[]> queue, Board board, int from, int to, int bytes)
            throws InterruptedException {
        Parked.tell(board, PUTTING);
        for (int number = from; number < to; number++) {
            queue.put(element(number, bytes));
        }
    }

    /** Takes elements up to the last, and returns their numbers. */
    @RunInProcess
    static List<Integer> takeElements(ProcessQueue<byte[]> queue, Board board) throws InterruptedException {
        Parked.tell(board, LockTasks.PARKED);
        List<Integer> taken = new ArrayList<>();
        for (int number = number(queue.take()); number != LAST; number = number(queue.take())) {
            taken.add(number);
        }
        return taken;
    }
}
