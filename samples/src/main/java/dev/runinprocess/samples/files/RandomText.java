package dev.runinprocess.samples.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A text of a thousand words in any order, as long as one likes. */
public final class RandomText {
    private static final String[] SYLLABLES = {"ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu"};
    private static final int WORDS_IN_A_LINE = 12;
    private static final int BLOCK_BYTES = 1 << 16;
    private static final long SEED = 42;

    private RandomText() {}

    /** Writes a text of at least so many bytes, and tells how often each word is in it. */
    public static Map<String, Integer> write(Path file, long bytes) throws IOException {
        byte[][] words = words();
        int[] counts = new int[words.length];
        Random random = new Random(SEED);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        long written = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            while (written < bytes) {
                block.reset();
                while (block.size() < BLOCK_BYTES) {
                    writeLine(block, words, counts, random);
                }
                block.writeTo(out);
                written += block.size();
            }
        }
        Map<String, Integer> counted = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            if (counts[i] > 0) {
                counted.put(new String(words[i], StandardCharsets.ISO_8859_1), counts[i]);
            }
        }
        return counted;
    }

    private static void writeLine(ByteArrayOutputStream block, byte[][] words, int[] counts, Random random) {
        for (int i = 0; i < WORDS_IN_A_LINE; i++) {
            int word = random.nextInt(words.length);
            block.write(words[word], 0, words[word].length);
            block.write(i == WORDS_IN_A_LINE - 1 ? '\n' : ' ');
            counts[word]++;
        }
    }

    private static byte[][] words() {
        int count = SYLLABLES.length;
        byte[][] words = new byte[count * count * count][];
        for (int i = 0; i < words.length; i++) {
            String word = SYLLABLES[i / count / count] + SYLLABLES[i / count % count] + SYLLABLES[i % count];
            words[i] = word.getBytes(StandardCharsets.ISO_8859_1);
        }
        return words;
    }

    /** The lines that begin in a part of a text, from the first byte to the one before the last. */
    public static Blocks blocks(Path file, long from, long to) throws IOException {
        RandomAccessFile text = new RandomAccessFile(file.toFile(), "r");
        // A line that begins before belongs to the part before.
        if (from > 0) {
            text.seek(from - 1);
            String unused = text.readLine();
        }
        return new Blocks(text, to);
    }

    /** Whole lines, block by block. */
    public static final class Blocks implements AutoCloseable {
        private final RandomAccessFile text;
        private final long to;

        private Blocks(RandomAccessFile text, long to) {
            this.text = text;
            this.to = to;
        }

        /** The next lines; no bytes if there are none. */
        public byte[] next() throws IOException {
            long at = text.getFilePointer();
            if (at >= to || at >= text.length()) {
                return new byte[0];
            }
            byte[] block = new byte[(int) Math.min(BLOCK_BYTES, Math.min(to, text.length()) - at)];
            text.readFully(block);
            String rest = block[block.length - 1] == '\n' ? null : text.readLine();
            if (rest == null) {
                return block;
            }
            byte[] end = rest.getBytes(StandardCharsets.ISO_8859_1);
            byte[] whole = Arrays.copyOf(block, block.length + end.length);
            System.arraycopy(end, 0, whole, block.length, end.length);
            return whole;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
