package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.ring.Ring;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Pages;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.SegmentFile;
import dev.runinprocess.internal.shm.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a pool shares with one worker: words in the session's memory, and a file with the bytes of two rings.
 *
 * <pre>
 *     0  claims
 *     8  whether the pool sends no more
 *    16  progress
 *   128  words of the ring to the worker
 *     …  words of the ring from the worker
 * </pre>
 *
 * The session's memory is never freed, so words are used again once their worker is dead and the pool's threads are done with it. The file is each worker's own, and gone as soon as the worker has mapped
 * it.
 */
final class Seat {
    private static final int FINISHED_AT = Words.BYTES;
    private static final int PROGRESS_AT = 2 * Words.BYTES;
    private static final int RINGS_AT = 128;
    private static final int RING_BYTES = 1 << 17;

    /** Where the second ring begins in the file; a page's beginning. */
    private static final int SECOND_RING_AT = RING_BYTES + (1 << 12);

    private static final Deque<Place> FREE = new ConcurrentLinkedDeque<>();
    private static final AtomicLong FILES = new AtomicLong();

    private final Place place;
    private final Path file;
    private final Ring toWorker;
    private final Ring fromWorker;

    private Seat(Place place, Path file) throws IOException {
        this.place = place;
        this.file = file;
        this.toWorker = new Ring(place.part(RINGS_AT), map(0));
        this.fromWorker = new Ring(place.part(RINGS_AT + Ring.placeBytes(place.commons())), map(SECOND_RING_AT));
    }

    /**
     * For a worker that is yet to be started.
     *
     * @throws IOException if there is no room
     */
    static Seat create() throws IOException {
        Commons commons = Commons.current();
        Place place = freePlace(commons);
        if (place == null) {
            place = commons.allocate(RINGS_AT + 2 * Ring.placeBytes(commons));
        }
        place.words().ordered(place.at(), 0);
        place.words().ordered(place.at() + FINISHED_AT, 0);
        place.words().ordered(place.at() + PROGRESS_AT, 0);
        Path file = commons.directory()
                .resolve("worker-" + Long.toHexString(place.address()) + "-" + FILES.incrementAndGet());
        SegmentFile.create(file, SECOND_RING_AT + Ring.memoryBytes(RING_BYTES), Pages.RESERVED);
        return new Seat(place, file);
    }

    private static @Nullable Place freePlace(Commons commons) {
        Place free = FREE.poll();
        // One of a session that is gone.
        while (free != null && free.commons() != commons) {
            free = FREE.poll();
        }
        return free;
    }

    /**
     * The one that a worker was told.
     *
     * @throws IOException if it is gone
     */
    static Seat at(long address, String file) throws IOException {
        return new Seat(Commons.current().place(address), Path.of(file));
    }

    private ByteBuffer map(int offset) throws IOException {
        return SegmentFile.map(file, offset, Ring.memoryBytes(RING_BYTES));
    }

    long address() {
        return place.address();
    }

    String file() {
        return file.toString();
    }

    Claims claims() {
        return new Claims(place);
    }

    RunProgress progress() {
        return new RunProgress(place, PROGRESS_AT);
    }

    Ring toWorker() {
        return toWorker;
    }

    Ring fromWorker() {
        return fromWorker;
    }

    /** Says that the pool sends no more. */
    void finish() {
        place.words().ordered(place.at() + FINISHED_AT, 1);
        toWorker.tellAll();
    }

    boolean isFinished() {
        return place.words().ordered(place.at() + FINISHED_AT) != 0;
    }

    /** Both sides have it. */
    void deleteFile() {
        // The session's end deletes what this cannot.
        boolean unused = file.toFile().delete();
    }

    /** Nobody uses it any more. */
    void free() {
        deleteFile();
        FREE.add(place);
    }
}
