package dev.runinprocess.channel;

import dev.runinprocess.internal.shm.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a queue: its segments, and a file for each large value. They lie in the session's shared memory and go with it. */
final class QueueFiles {
    private final Path directory;
    private final String prefix;

    QueueFiles(Place queue) {
        this.directory = queue.commons().directory();
        this.prefix = "queue-" + Long.toHexString(queue.address());
    }

    Path segment(int number) {
        return directory.resolve(prefix + "-" + number);
    }

    /** That of a value in the queue, by the number of records before it. */
    Path large(long number) {
        return directory.resolve(prefix + "-value-" + (number & 0xffff_ffffL));
    }

    /** That of a value that was taken and is to be kept, by the number of records before it. */
    Path held(long number) {
        return directory.resolve(prefix + "-held-" + (number & 0xffff_ffffL));
    }

    RingSegment open(int number) {
        RingSegment segment = openIfThere(number);
        if (segment == null) {
            throw new IllegalStateException("A queue's memory is gone: " + segment(number));
        }
        return segment;
    }

    @Nullable
    RingSegment openIfThere(int number) {
        Path path = segment(number);
        try {
            return RingSegment.open(path, number, Files.size(path));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("A queue's memory cannot be opened", e);
        }
    }

    RingSegment create(int number, int ringBytes, long base) {
        try {
            return RingSegment.create(segment(number), number, ringBytes, base);
        } catch (IOException e) {
            throw new UncheckedIOException("A queue's memory cannot be made", e);
        }
    }

    /** Deletes a file that is of no more use. The session's end deletes what this cannot. */
    static void delete(Path file) {
        boolean unused = file.toFile().delete();
    }
}
