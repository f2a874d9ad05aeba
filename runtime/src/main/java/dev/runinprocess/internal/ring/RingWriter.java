package dev.runinprocess.internal.ring;

import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import java.util.Objects;

/** The end of a ring to write at. Safe for use by many threads, and by many processes, each with one of its own. */
public final class RingWriter {
    /** A message that takes more is written in pieces of a quarter of the ring, so that both ends are at work at a time. */
    private static final int PIECES_IN_RING = 4;

    private final RingMemory memory;
    private final Parking parking;
    private final RobustMutex mutex;
    private final WaitPoint readable;
    private final WaitPoint writable;
    private final EndState ends;
    private final int largestPiece;

    /** What was read at least; for who has the lock. */
    private long seenHead;

    RingWriter(RingLayout layout, RingMemory memory, Parking parking, EndState ends) {
        this.memory = memory;
        this.parking = parking;
        this.mutex = layout.writingMutex();
        this.readable = layout.readable();
        this.writable = layout.writable();
        this.ends = ends;
        this.largestPiece = memory.ringBytes() / PIECES_IN_RING;
    }

    /**
     * Writes a message, waiting for room.
     *
     * @param kind from 0 to 255, for the reader
     * @throws ChannelClosedException if nobody is at the other end, or this process has left this one; nothing is written, as far as any reader will find
     * @throws InterruptedException if this thread is interrupted before all of it is written; as above
     */
    public void write(int kind, Content content) throws InterruptedException {
        Objects.checkIndex(kind, Piece.MAX_KIND + 1);
        int length = content.length();
        if (length <= largestPiece - Piece.WORD_BYTES) {
            writeWhole(Piece.whole(kind, length), content);
        } else {
            writeInPieces(kind, content);
        }
    }

    private void writeWhole(long word, Content content) throws InterruptedException {
        int bytes = Piece.bytes(word);
        takeWithRoom(bytes);
        try {
            append(word, content);
        } finally {
            mutex.leave();
        }
        tellReaders();
    }

    private void append(long word, Content content) {
        long tail = memory.ownTail();
        memory.word(tail, word);
        memory.put(tail + Piece.WORD_BYTES, content, 0, Piece.length(word));
        Failpoints.pass(Failpoint.PIECE_WRITTEN);
        memory.tail(tail + Piece.bytes(word));
        Failpoints.pass(Failpoint.PIECE_PUBLISHED);
    }

    /** For the only writer of this ring. */
    public RingDraft draft() {
        return new RingDraft(this, memory);
    }

    /** Makes a message of bytes that are there already, without the lock: there is no other writer. */
    void publish(long word) {
        long tail = memory.ownTail();
        memory.word(tail, word);
        Failpoints.pass(Failpoint.PIECE_WRITTEN);
        memory.tailOrdered(tail + Piece.bytes(word));
        Failpoints.pass(Failpoint.PIECE_PUBLISHED);
        tellReaders();
    }

    /**
     * Writes a message if that needs no waiting: neither for room, nor for another writer, nor for a reader of the pieces of one that is large for the ring.
     *
     * @param kind from 0 to 255, for the reader
     * @return whether it is written
     * @throws ChannelClosedException as {@link #write}
     */
    public boolean tryWrite(int kind, Content content) {
        Objects.checkIndex(kind, Piece.MAX_KIND + 1);
        if (content.length() > largestPiece - Piece.WORD_BYTES || !mutex.tryTake()) {
            return false;
        }
        boolean written;
        try {
            requireBothEnds();
            long word = Piece.whole(kind, content.length());
            written = hasRoom(Piece.bytes(word));
            if (written) {
                append(word, content);
            }
        } finally {
            mutex.leave();
        }
        tellReaders();
        return written;
    }

    private void writeInPieces(int kind, Content content) throws InterruptedException {
        int length = content.length();
        takeWithRoom(largestPiece);
        try {
            int written = 0;
            while (written < length) {
                awaitRoom(largestPiece);
                written += writePiece(kind, content, written);
                tellReaders();
            }
        } finally {
            mutex.leave();
        }
    }

    private int writePiece(int kind, Content content, int from) {
        int length = content.length();
        int part = Math.min(length - from, largestPiece - 2 * Piece.WORD_BYTES);
        long word = Piece.of(kind, part, from == 0, from + part == length);
        long tail = memory.ownTail();
        memory.word(tail, word);
        if (from == 0) {
            memory.word(tail + Piece.WORD_BYTES, length);
        }
        memory.put(tail + Piece.headerBytes(word), content, from, part);
        Failpoints.pass(Failpoint.PIECE_WRITTEN);
        memory.tailOrdered(tail + Piece.bytes(word));
        Failpoints.pass(Failpoint.PIECE_PUBLISHED);
        return part;
    }

    /** Takes the lock at a time when there is room for so many bytes. */
    private void takeWithRoom(int bytes) throws InterruptedException {
        while (true) {
            boolean unused = mutex.take(Deadline.NEVER);
            boolean ready = false;
            try {
                requireBothEnds();
                ready = hasRoom(bytes);
            } finally {
                if (!ready) {
                    mutex.leave();
                }
            }
            if (ready) {
                return;
            }
            sleepUntilRoom(bytes);
        }
    }

    /** With the lock, in the middle of a message; or for the only writer. */
    void awaitRoom(int bytes) throws InterruptedException {
        if (!hasRoom(bytes)) {
            sleepUntilRoom(bytes);
            requireBothEnds();
        }
    }

    private void sleepUntilRoom(int bytes) throws InterruptedException {
        boolean unused = parking.await(writable, false, new Room(bytes), Deadline.NEVER);
    }

    private void requireBothEnds() {
        if (ends.isLeft()) {
            throw ChannelClosedException.closedHere();
        }
        if (ends.isOtherGone()) {
            throw ChannelClosedException.nobodyReceives();
        }
    }

    private boolean hasRoom(int bytes) {
        long afterwards = memory.ownTail() + bytes - memory.ringBytes();
        if (afterwards > seenHead) {
            seenHead = memory.head();
        }
        return afterwards <= seenHead;
    }

    private void tellReaders() {
        if (readable.isWatched()) {
            parking.wakeAll(readable);
        }
    }

    /** Room for so many bytes; or that it makes no sense to wait for it. */
    private final class Room implements Attempt {
        private final int bytes;

        Room(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean succeeds() {
            return isPromising();
        }

        @Override
        public boolean isPromising() {
            return memory.room() >= bytes || ends.isLeft() || ends.isOtherGone();
        }
    }
}
