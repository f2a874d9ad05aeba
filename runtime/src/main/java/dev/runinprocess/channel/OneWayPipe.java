package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.TypeCodecs;

/**
 * A {@link Pipe} in one direction: one end sends, the other receives. Python: {@code Pipe(duplex=False)}. All that is said there holds here.
 *
 * @param <E> the type of the values
 */
public final class OneWayPipe<E> implements AutoCloseable {
    private static final int DIRECTIONS = 1;

    private final Connection<E> source;
    private final Connection<E> sink;

    private OneWayPipe(Codec<E> codec, SharedPipe pipe) {
        this.source = new PipeEnd<>(codec, pipe, 0);
        this.sink = new PipeEnd<>(codec, pipe, 1);
    }

    /**
     * Makes a pipe for values that go by a codec.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> OneWayPipe<E> of(Codec<E> codec) {
        return of(codec, PipeShape.RING_BYTES);
    }

    /**
     * Makes a pipe for values that go by a codec, with a buffer of a size of its own. Messages may be longer than it; those of about its size and more go fastest if much of one, or several, have room there.
     *
     * @param bufferBytes how many bytes can be on their way at least: from 1 to 2<sup>29</sup>, and 131072 elsewhere. Shared memory of so many is
     *     taken at once
     * @throws IllegalArgumentException if there cannot be such a buffer
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> OneWayPipe<E> of(Codec<E> codec, int bufferBytes) {
        return new OneWayPipe<>(codec, SharedPipe.create(PipeShape.buffering(DIRECTIONS, bufferBytes)));
    }

    /**
     * Makes a pipe for values of a built-in type, an enum, or a type marked {@code @Transferable}.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if there is no codec for the type
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> OneWayPipe<E> of(Class<E> type) {
        return of(TypeCodecs.of(type));
    }

    /** Makes a pipe for values of any built-in types, as {@link TypeCodecs#any} has them. */
    public static OneWayPipe<Object> ofAny() {
        return of(TypeCodecs.any());
    }

    /** This process's handle of the end that receives. */
    public Connection<E> source() {
        return source;
    }

    /** This process's handle of the end that sends. */
    public Connection<E> sink() {
        return sink;
    }

    /** Closes both handles. */
    @Override
    public void close() {
        source.close();
        sink.close();
    }
}
