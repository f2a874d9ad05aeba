package dev.runinprocess.samples.files;

import dev.runinprocess.ExitAction;
import dev.runinprocess.Processes;
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
    /** Below zero: when no child writes to it any more. */
    private static final int AFTER_CHILDREN = -1;

    private static final int BLOCK_BYTES = 1 << 16;
    private static final long SEED = 42;

    private final Path folder;
    private final ExitAction deletion;

    private TemporaryFolder(Path folder) {
        this.folder = folder;
        this.deletion = Processes.atExit(AFTER_CHILDREN, () -> delete(folder));
    }

    /** Creates one. */
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("runinprocess-sample-"));
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
        deletion.run();
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
