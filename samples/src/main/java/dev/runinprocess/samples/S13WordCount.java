package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.samples.files.RandomText;
import dev.runinprocess.samples.files.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Producers and consumers: two children read a text, three count its words.
 *
 * <p>Teaches: {@link ProcessQueue} goes to children like any value; {@code bounded} keeps fast producers from filling the memory; {@code shutdown} tells the
 * consumers that nothing more will come. Run it with a number of megabytes for a larger or smaller text than 300 MB.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * a text of … MB
 * reader 1 put … blocks, reader 2 put … blocks
 * each counter had some: true
 * … words, 1000 different ones
 * as many of each as were written: true
 * blocks left in the queue: 0
 * }</pre>
 */
public final class S13WordCount {
    private static final int MEGABYTE = 1_000_000;
    private static final int DEFAULT_MEGABYTES = 300;
    private static final int COUNTERS = 3;
    private static final int BLOCKS_AHEAD = 20;

    /** Puts a part of the text into the queue, in blocks of whole lines; how many they are. */
    @RunInProcess
    static int read(Path text, long from, long to, ProcessQueue<byte[]> blocks)
            throws IOException, InterruptedException {
        int count = 0;
        try (RandomText.Blocks lines = RandomText.blocks(text, from, to)) {
            for (byte[] block = lines.next(); block.length > 0; block = lines.next()) {
                blocks.put(block);
                count++;
            }
        }
        return count;
    }

    /** Counts the words of all blocks that it can get, until nothing more will come. */
    @RunInProcess
    static Map<String, Integer> count(ProcessQueue<byte[]> blocks) throws InterruptedException {
        Map<String, Integer> counts = new HashMap<>();
        try {
            while (true) {
                String block = new String(blocks.take(), StandardCharsets.ISO_8859_1);
                StringTokenizer words = new StringTokenizer(block);
                while (words.hasMoreTokens()) {
                    counts.merge(words.nextToken(), 1, Integer::sum);
                }
            }
        } catch (ChannelClosedException e) {
            return counts;
        }
    }

    public static void main(String[] args) throws Exception {
        long bytes = (long) MEGABYTE * (args.length == 0 ? DEFAULT_MEGABYTES : Integer.parseInt(args[0]));
        try (TemporaryFolder folder = TemporaryFolder.create();
                ProcessQueue<byte[]> blocks = ProcessQueue.of(byte[].class).bounded(BLOCKS_AHEAD)) {
            Path text = folder.path("text");
            Map<String, Integer> written = RandomText.write(text, bytes);
            System.out.println("a text of " + bytes / MEGABYTE + " MB");

            List<ChildProcess<Map<String, Integer>>> counters = new ArrayList<>();
            for (int i = 0; i < COUNTERS; i++) {
                counters.add(CountLauncher.start(blocks));
            }
            ChildProcess<Integer> first = ReadLauncher.start(text, 0, bytes / 2, blocks);
            ChildProcess<Integer> second = ReadLauncher.start(text, bytes / 2, Long.MAX_VALUE, blocks);
            System.out.println("reader 1 put " + first.get() + " blocks, reader 2 put " + second.get() + " blocks");
            blocks.shutdown();

            Map<String, Integer> counted = new HashMap<>();
            boolean eachHadSome = true;
            for (ChildProcess<Map<String, Integer>> counter : counters) {
                Map<String, Integer> counts = counter.get();
                eachHadSome &= !counts.isEmpty();
                counts.forEach((word, count) -> counted.merge(word, count, Integer::sum));
            }
            System.out.println("each counter had some: " + eachHadSome);
            long words = counted.values().stream().mapToLong(Integer::intValue).sum();
            System.out.println(words + " words, " + counted.size() + " different ones");
            System.out.println("as many of each as were written: " + counted.equals(written));
            System.out.println("blocks left in the queue: " + blocks.size());
        }
    }
}
