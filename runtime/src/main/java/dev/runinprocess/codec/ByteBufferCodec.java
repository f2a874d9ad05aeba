package dev.runinprocess.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The remaining bytes of a buffer, with its byte order, as a new buffer on the heap. The sender's buffer is not moved. */
final class ByteBufferCodec implements Codec<ByteBuffer> {
    static final ByteBufferCodec INSTANCE = new ByteBufferCodec();

    private ByteBufferCodec() {}

    @Override
    public void write(ValueWriter out, ByteBuffer value) {
        ByteBuffer source = value.duplicate();
        out.writeBoolean(value.order() == ByteOrder.BIG_ENDIAN);
        out.writeLength(source.remaining());
        while (source.hasRemaining()) {
            ByteBuffer window = out.window(1, source.remaining());
            int end = source.limit();
            source.limit(source.position() + window.remaining());
            window.put(source);
            source.limit(end);
        }
    }

    @Override
    public ByteBuffer read(ValueReader in) {
        ByteOrder order = in.readBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return ByteBuffer.wrap(IntegralArrayCodecs.OfByte.INSTANCE.read(in)).order(order);
    }
}
