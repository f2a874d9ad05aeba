package dev.runinprocess.codec;

/** The result of a {@code void} method: always null, which {@link ValueWriter#write} has marked before it comes here. */
final class VoidCodec implements Codec<Void> {
    static final VoidCodec INSTANCE = new VoidCodec();

    private VoidCodec() {}

    @Override
    public void write(ValueWriter out, Void value) {
        throw new AssertionError("a Void other than null");
    }

    @Override
    public Void read(ValueReader in) {
        throw Refusal.malformed("a void method has no result");
    }
}
