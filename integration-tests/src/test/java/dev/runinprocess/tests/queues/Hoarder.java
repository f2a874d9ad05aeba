package dev.runinprocess.tests.queues;

import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.failure.OutOfSharedMemoryException;
import java.util.List;

/** A program that puts more into a queue than there is room for. */
final class Hoarder {
    private Hoarder() {}

    public static void main(String[] args) {
        int tooLarge = Integer.parseInt(args[0]);
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        queue.add(new byte[1]);
        refused(queue, () -> queue.add(new byte[tooLarge]));
        refused(queue, () -> queue.addAll(List.of(new byte[tooLarge / 4], new byte[tooLarge])));
        queue.clear();
        for (int i = 0; i < 150; i++) {
            queue.add(new byte[tooLarge / 100]);
        }
        System.out.println("in smaller pieces " + queue.size());
    }

    private static void refused(ProcessQueue<byte[]> queue, Runnable put) {
        try {
            put.run();
            System.out.println("put");
        } catch (OutOfSharedMemoryException e) {
            System.out.println("refused " + e.bytesWanted() + " size=" + queue.size() + " " + e.getMessage());
        }
    }
}
