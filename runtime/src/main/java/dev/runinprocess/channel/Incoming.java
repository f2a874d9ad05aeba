package dev.runinprocess.channel;

import dev.runinprocess.channel.InHand.Taken;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value on its way out of a queue: its bytes, or the file with them. Keeps its memory for the next one; for one thread. */
final class Incoming {
    private static final byte[] NO_BYTES = {};

    /** More than that is kept only while the heap has room. */
    private static final int KEPT_BYTES = 1 << 16;

    private byte[] kept = NO_BYTES;
    private SoftReference<byte[]> keptIfThereIsRoom = new SoftReference<>(NO_BYTES);
    private byte[] bytes = NO_BYTES;
    private int length;
    private @Nullable Path file;
    private long fileBytes;
    private @Nullable InputStream opened;
    private @Nullable Taken taken;

    /** Copies a value's bytes, or the length of its file. */
    void copy(ByteBuffer ring, int at, int newLength) {
        bytes = newLength <= KEPT_BYTES ? small(newLength) : big(newLength);
        ring.get(at, bytes, 0, newLength);
        length = newLength;
        file = null;
        opened = null;
        taken = null;
    }

    private byte[] small(int atLeast) {
        if (kept.length < atLeast) {
            kept = new byte[Math.max(atLeast, Math.min(2 * kept.length, KEPT_BYTES))];
        }
        return kept;
    }

    private byte[] big(int atLeast) {
        byte[] big = keptIfThereIsRoom.get();
        if (big == null || big.length < atLeast) {
            big = new byte[atLeast];
            keptIfThereIsRoom = new SoftReference<>(big);
        }
        return big;
    }

    /** Forgets the value, read or not. */
    void clear() {
        InputStream unread = opened;
        if (unread != null) {
            LargeValues.close(unread);
        }
        bytes = NO_BYTES;
        length = 0;
        file = null;
        opened = null;
        taken = null;
    }

    /** Says that what was copied is the length of this file. */
    void refer(Path path) {
        file = path;
        fileBytes = inRing().readLong();
    }

    /** Refers to what was kept of a value, and opens it. */
    void openKept(Path path) {
        referToKept(path);
        openFile();
    }

    /** Refers to what was kept of a value. */
    void referToKept(Path path) {
        clear();
        file = path;
        fileBytes = path.toFile().length();
    }

    /**
     * Makes a file with the same bytes, in place of one that somebody left there who died.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    void keepAs(Path path, Path directory) {
        Path large = file;
        if (large == null) {
            LargeValues.name(LargeValues.write(Payload.of(Arrays.copyOf(bytes, length)), directory), path);
        } else {
            LargeValues.link(large, path);
        }
    }

    /** Says what it counts as, for who has it now. */
    void takenAs(Taken newTaken) {
        taken = newTaken;
    }

    Taken taken() {
        return Objects.requireNonNull(taken, "taken");
    }

    /** Says what it was decoded to. */
    void became(Object element) {
        Taken counted = taken;
        if (counted != null) {
            counted.became(element);
        }
    }

    /** Where the value's file is, if it is in one. */
    Path path() {
        return Objects.requireNonNull(file, "file");
    }

    /** Whether the value is in a file. */
    boolean isInFile() {
        return file != null;
    }

    /** Opens the file, if it has one, so that its name may go. */
    void openFile() {
        Path path = file;
        if (path != null) {
            try {
                opened = LargeValues.open(path);
            } catch (IOException e) {
                throw LargeValues.gone(path, e);
            }
        }
    }

    /** A reader of the value. Needs no lock, and what it reads runs user code. */
    ValueReader open() {
        openFileIfNamed();
        return read();
    }

    /** As {@link #open}; null if somebody has taken the file meanwhile. */
    @Nullable
    ValueReader openIfThere() {
        try {
            openFileIfNamed();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return null;
            }
            throw e;
        }
        return read();
    }

    private void openFileIfNamed() {
        if (opened == null) {
            openFile();
        }
    }

    private ValueReader read() {
        InputStream in = opened;
        return in == null ? inRing() : new ValueReader(LargeValues.read(in, fileBytes));
    }

    private ValueReader inRing() {
        return new ValueReader(bytes, length);
    }
}
