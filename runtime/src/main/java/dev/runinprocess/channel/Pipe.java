package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.TypeCodecs;

/**
 * A way between processes with two ends, each of which sends to the other and receives from it: Python's {@code multiprocessing.Pipe()}. The ends are {@link Connection}s.
 *
 * <p>An end may be passed to any process of the session, also through another pipe or a queue, and closed here at once. It is held by every process that has it, until that closes all its handles of it, or dies; and on its way
 * to one, as long as its sender lives. When nobody holds one end any more, the other side receives what is on its way, and then learns of the end. So close an end here that is for others to use.
 *
 * <p>Several processes and threads may use one end at the same time: each message is received by one of them. A sender that waits because nobody receives, and at whose end others send, too, lets them wait behind it.
 * A message in the middle of which its receiver dies is lost with it.
 *
 * <p>What is on its way, some 100 KiB in each direction unless a buffer's size is given, and so both ends, lie in shared memory that goes back when nobody holds either end.
 *
 * @param <E> the type of the values
 */
public final class Pipe<E> implements AutoCloseable {
    private static final int DIRECTIONS = 2;

    private final Connection<E> first;
    private final Connection<E> second;

    private Pipe(Codec<E> codec, SharedPipe pipe) {
        this.first = new PipeEnd<>(codec, pipe, 0);
        this.second = new PipeEnd<>(codec, pipe, 1);
    }

    /**
     * Makes a pipe for values that go by a codec.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> Pipe<E> of(Codec<E> codec) {
        return of(codec, PipeShape.RING_BYTES);
    }

    /**
     * Makes a pipe for values that go by a codec, with a buffer of a size of its own. Messages may be longer than it; those of about its size and more go fastest if much of one, or several, have room there.
     *
     * @param bufferBytes how many bytes can be on their way in each direction at least: from 1 to 2<sup>29</sup>, and 131072 elsewhere. Shared memory of so many is
     *     taken at once
     * @throws IllegalArgumentException if there cannot be such a buffer
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> Pipe<E> of(Codec<E> codec, int bufferBytes) {
        return new Pipe<>(codec, SharedPipe.create(PipeShape.buffering(DIRECTIONS, bufferBytes)));
    }

    /**
     * Makes a pipe for values of a built-in type, an enum, or a type marked {@code @Transferable}.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if there is no codec for the type
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> Pipe<E> of(Class<E> type) {
        return of(TypeCodecs.of(type));
    }

    /** Makes a pipe for values of any built-in types, as {@link TypeCodecs#any} has them. */
    public static Pipe<Object> ofAny() {
        return of(TypeCodecs.any());
    }

    /** This process's handle of one end. */
    public Connection<E> first() {
        return first;
    }

    /** This process's handle of the other end. */
    public Connection<E> second() {
        return second;
    }

    /** Closes both handles. */
    @Override
    public void close() {
        first.close();
        second.close();
    }
}
