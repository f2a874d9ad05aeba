package dev.runinprocess.samples.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A folder that is gone after the program, even after Ctrl-C. */
public final class TemporaryFolder implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 16;
    private static final long SEED = 42;

    private final Path folder;

    private TemporaryFolder(Path folder) {
        this.folder = folder;
    }

    /** Creates one. */
    public static TemporaryFolder create() throws IOException {
        TemporaryFolder created = new TemporaryFolder(Files.createTempDirectory("runinprocess-sample-"));
        Runtime.getRuntime().addShutdownHook(new Thread(created::close, "delete-" + created.folder.getFileName()));
        return created;
    }

    /** Where a file of that name is, or would be. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Creates a file of bytes that do not repeat. */
    public Path createFile(String name, long bytes) throws IOException {
        Random random = new Random(SEED + name.hashCode());
        byte[] block = new byte[BLOCK_BYTES];
        Path file = path(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(block.length, left));
            }
        }
        return file;
    }

    /** Deletes it with all that is in it. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
