package dev.runinprocess.internal.ring;

import dev.runinprocess.failure.ChannelClosedException;

/**
 * A message that is put together in a ring, part by part: whoever dies, what was put there can be read. For one thread that is, as long as the message is not published, the only one that writes to the ring.
 */
public final class RingDraft {
    private final RingWriter writer;
    private final RingMemory memory;

    RingDraft(RingWriter writer, RingMemory memory) {
        this.writer = writer;
        this.memory = memory;
    }

    /**
     * Waits until there is room for a message of so many bytes, less than a quarter of the ring.
     *
     * @throws ChannelClosedException as {@link RingWriter#write}
     * @throws InterruptedException if this thread is interrupted before there is
     */
    public void awaitRoom(int bytes) throws InterruptedException {
        writer.awaitRoom(Piece.bytes(Piece.whole(0, bytes)));
    }

    /** Puts four bytes at a place of the message, the lowest first. */
    public void putInt(int at, int value) {
        memory.putInt(position(at), value);
    }

    /** Puts a part of some content at a place of the message. */
    public void put(int at, Content content, int from, int length) {
        memory.put(position(at), content, from, length);
    }

    private long position(int at) {
        return memory.ownTail() + Piece.WORD_BYTES + at;
    }

    /** Makes a message of the first so many bytes. */
    public void publish(int kind, int length) {
        writer.publish(Piece.whole(kind, length));
    }
}
