package dev.runinprocess.internal.ring;

import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.park.Wanted;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The end of a ring to read at. Safe for use by many threads, and by many processes, each with one of its own. */
public final class RingReader {
    private final RingMemory memory;
    private final Parking parking;
    private final RobustMutex mutex;
    private final WaitPoint readable;
    private final WaitPoint writable;
    private final EndState ends;
    private final Attempt something = new Something();
    private final Attempt message = new Message();

    /** What was written at least; for who has the lock. */
    private long seenTail;

    /** The message whose reading was interrupted, if it goes on at the head; for who has the lock. */
    private @Nullable Part interrupted;

    /**
     * The beginning of a message, copied and counted as read.
     *
     * @param next where in the ring it goes on
     */
    @SuppressWarnings("ArrayRecordComponent") // lives until the message is read
    private record Part(byte[] bytes, int filled, long next) {}

    RingReader(RingLayout layout, RingMemory memory, Parking parking, EndState ends) {
        this.memory = memory;
        this.parking = parking;
        this.mutex = layout.readingMutex();
        this.readable = layout.readable();
        this.writable = layout.writable();
        this.ends = ends;
    }

    /**
     * Takes the next message, waiting for it to begin until a deadline.
     *
     * @return false if none began until then
     * @throws ChannelClosedException if there is none, and nobody is at the other end; or if this process has left this one
     * @throws InterruptedException if this thread is interrupted before all of the message is there; it is still to be read
     */
    public boolean read(Intake intake, Deadline deadline) throws InterruptedException {
        while (true) {
            if (!mutex.take(deadline)) {
                return false;
            }
            boolean taken;
            try {
                requireHere();
                taken = findMessage();
                if (taken) {
                    take(intake);
                }
            } finally {
                mutex.leave();
            }
            tellWriters();
            if (taken) {
                return true;
            }
            if (!parking.await(readable, false, something, deadline)) {
                return false;
            }
        }
    }

    /**
     * Takes the next message if its beginning is there. Costs next to nothing if it is not.
     *
     * @return whether it was there
     * @throws InterruptedException as {@link #read}
     */
    public boolean tryRead(Intake intake) throws InterruptedException {
        if (memory.isEmpty() || !mutex.tryTake()) {
            return false;
        }
        boolean taken;
        try {
            requireHere();
            taken = hasPiece() && findMessage();
            if (taken) {
                take(intake);
            }
        } finally {
            mutex.leave();
        }
        tellWriters();
        return taken;
    }

    /**
     * As {@link #tryRead}, but leaves a message of several pieces to whoever can wait for them.
     *
     * @return whether one was there, and whole
     */
    public boolean tryReadWhole(Intake intake) {
        if (memory.isEmpty() || !mutex.tryTake()) {
            return false;
        }
        boolean taken = false;
        try {
            requireHere();
            if (hasPiece() && findMessage()) {
                long head = memory.ownHead();
                long word = memory.word(head);
                taken = Piece.isWhole(word);
                if (taken) {
                    takeWhole(head, word, intake);
                }
            }
        } finally {
            mutex.leave();
        }
        tellWriters();
        return taken;
    }

    /** What the only writer, who is dead, had put of a message that it had not published; so many bytes are there. */
    public byte[] drafted(int length) {
        byte[] bytes = new byte[length];
        memory.get(memory.tail() + Piece.WORD_BYTES, ByteBuffer.wrap(bytes), 0, length);
        return bytes;
    }

    /** Whether nothing is there, be it of use or not. Costs next to nothing. */
    public boolean isEmpty() {
        return memory.isEmpty();
    }

    /** Whether {@link #read} would find something without waiting: the beginning of a message, or that nobody is at the other end. */
    public boolean isReady() {
        if (memory.isEmpty()) {
            return ends.isOtherGone();
        }
        if (!mutex.tryTake()) {
            // Somebody reads at this very moment.
            return true;
        }
        boolean found;
        try {
            found = findMessage();
        } catch (ChannelClosedException e) {
            found = true;
        } finally {
            mutex.leave();
        }
        tellWriters();
        return found;
    }

    /**
     * Waits until {@link #isReady}, or until a deadline.
     *
     * @return whether it is
     */
    public boolean awaitReady(Deadline deadline) throws InterruptedException {
        boolean ready = parking.await(readable, false, message, deadline);
        requireHere();
        return ready;
    }

    /** To wait for it together with others; also if this process leaves this end. */
    public Wanted wanted() {
        return new Wanted(readable, false, something);
    }

    private void requireHere() {
        if (ends.isLeft()) {
            throw ChannelClosedException.closedHere();
        }
    }

    /** Whether a message begins at the head, or an interrupted one goes on there. Passes over what is left of others. */
    private boolean findMessage() {
        while (hasPieceOrEnd()) {
            long head = memory.ownHead();
            long word = memory.word(head);
            if (Piece.isFirst(word) || isInterruptedAt(head)) {
                return true;
            }
            memory.head(head + Piece.bytes(word));
        }
        return false;
    }

    private boolean isInterruptedAt(long head) {
        Part part = interrupted;
        if (part == null) {
            return false;
        }
        if (part.next() != head) {
            // Another process has read on.
            interrupted = null;
        }
        return part.next() == head;
    }

    /** Whether there is a piece at the head; if there is none, nor will be, that is the end. */
    private boolean hasPieceOrEnd() {
        if (hasPiece()) {
            return true;
        }
        if (!ends.isOtherGone()) {
            return false;
        }
        if (!hasPiece()) {
            throw ChannelClosedException.nobodySends();
        }
        return true;
    }

    private boolean hasPiece() {
        long head = memory.ownHead();
        if (head >= seenTail) {
            seenTail = memory.tail();
        }
        return head < seenTail;
    }

    /** Takes the message at the head, all of it; or the one behind it if its writer has given it up. */
    private void take(Intake intake) throws InterruptedException {
        boolean taken = false;
        while (!taken) {
            long head = memory.ownHead();
            long word = memory.word(head);
            if (Piece.isWhole(word)) {
                takeWhole(head, word, intake);
                taken = true;
            } else {
                taken = takePieces(head, word, intake);
            }
        }
    }

    private void takeWhole(long head, long word, Intake intake) {
        ByteBuffer target = intake.room(Piece.kind(word), Piece.length(word));
        memory.get(head + Piece.WORD_BYTES, target, target.position(), Piece.length(word));
        Failpoints.pass(Failpoint.PIECE_COPIED);
        memory.head(head + Piece.bytes(word));
        Failpoints.pass(Failpoint.PIECE_TAKEN);
    }

    /** Takes the message that begins, or goes on, with a piece; false if another begins before it ends. */
    private boolean takePieces(long firstHead, long firstWord, Intake intake) throws InterruptedException {
        Part part = Piece.isFirst(firstWord) ? null : interrupted;
        int total = part == null ? (int) memory.word(firstHead + Piece.WORD_BYTES) : part.bytes().length;
        ByteBuffer target = intake.room(Piece.kind(firstWord), total);
        int begin = target.position();
        int filled = 0;
        if (part != null) {
            filled = part.filled();
            target.put(begin, part.bytes(), 0, filled);
        }
        interrupted = null;
        long head = firstHead;
        long word = firstWord;
        while (true) {
            int length = Piece.length(word);
            memory.get(head + Piece.headerBytes(word), target, begin + filled, length);
            filled += length;
            head += Piece.bytes(word);
            Failpoints.pass(Failpoint.PIECE_COPIED);
            memory.headOrdered(head);
            Failpoints.pass(Failpoint.PIECE_TAKEN);
            tellWriters();
            if (Piece.isLast(word)) {
                return true;
            }
            awaitPiece(target, begin, filled, total);
            word = memory.word(head);
            if (Piece.isFirst(word)) {
                return false;
            }
        }
    }

    /** With the lock, in the middle of a message. */
    private void awaitPiece(ByteBuffer target, int begin, int filled, int total) throws InterruptedException {
        while (!hasPieceOrEnd()) {
            try {
                boolean unused = parking.await(readable, false, something, Deadline.NEVER);
            } catch (InterruptedException e) {
                byte[] bytes = new byte[total];
                target.get(begin, bytes, 0, filled);
                interrupted = new Part(bytes, filled, memory.ownHead());
                throw e;
            }
            requireHere();
        }
    }

    private void tellWriters() {
        if (writable.isWatched()) {
            parking.wakeAll(writable);
        }
    }

    /** Something to read, be it the rest of what nobody wants; or that it makes no sense to wait for it. */
    private final class Something implements Attempt {
        @Override
        public boolean succeeds() {
            return isPromising();
        }

        @Override
        public boolean isPromising() {
            return !memory.isEmpty() || ends.isLeft() || ends.isOtherGone();
        }
    }

    /** The beginning of a message, for one who does not take it. */
    private final class Message implements Attempt {
        @Override
        public boolean succeeds() {
            return ends.isLeft() || isReady();
        }

        @Override
        public boolean isPromising() {
            return something.isPromising();
        }
    }
}
