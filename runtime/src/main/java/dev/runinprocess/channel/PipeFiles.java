package dev.runinprocess.channel;

import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Pages;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.SegmentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of pipes: one for each, in the session's shared memory, as long as somebody holds an end of it. */
final class PipeFiles {
    private static final String PREFIX = "pipe-";

    private PipeFiles() {}

    private static Path path(Place pipe) {
        return pipe.commons().directory().resolve(PREFIX + Long.toHexString(pipe.address()));
    }

    static ByteBuffer create(Place pipe, int bytes) {
        try {
            SegmentFile.create(path(pipe), bytes, Pages.RESERVED);
            return SegmentFile.map(path(pipe), 0, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A pipe's memory cannot be made", e);
        }
    }

    /** Maps a pipe's bytes; null if nobody held it any more. */
    static @Nullable ByteBuffer open(Place pipe, int bytes) {
        try {
            return SegmentFile.map(path(pipe), 0, bytes);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("A pipe's memory cannot be opened", e);
        }
    }

    /** Deletes a pipe's bytes, which nobody can use any more. The session's end deletes what this cannot. */
    static void delete(Place pipe) {
        boolean unused = path(pipe).toFile().delete();
    }

    /** Deletes those of all pipes that nobody holds: all who did have died, and none of them was left to do it. */
    static void sweep(Commons commons) {
        String[] names = commons.directory().toFile().list((directory, name) -> name.startsWith(PREFIX));
        if (names == null) {
            return;
        }
        for (String name : names) {
            Place pipe = commons.place(Long.parseUnsignedLong(name.substring(PREFIX.length()), 16));
            boolean noFirst = PipeLayout.holders(pipe, 0).endIfUnheld();
            boolean noSecond = PipeLayout.holders(pipe, 1).endIfUnheld();
            if (noFirst && noSecond) {
                delete(pipe);
            }
        }
    }
}
