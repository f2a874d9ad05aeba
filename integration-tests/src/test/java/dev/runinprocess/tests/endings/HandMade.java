package dev.runinprocess.tests.endings;

import dev.runinprocess.Call;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.EntryPoint;
import dev.runinprocess.link.TaskDefinition;

/** A launch whose entry point no processor would generate: a stranger's main class, an older one, a liar. */
final class HandMade implements EntryPoint<byte[]>, BoundTask<byte[]> {
    static final String SIGNATURE = "byte[] HandMade.echo(byte[] bytes)";
    static final String FINGERPRINT = "0123456789abcdef";

    private final byte[] argument;

    private HandMade(byte[] argument) {
        this.argument = argument;
    }

    /** A call that runs the main class given in the child. */
    static Call<byte[]> call(Class<?> main, byte[] argument) {
        TaskDefinition definition = TaskDefinition.of("echo", main, SIGNATURE, FINGERPRINT);
        return Call.of(definition, new HandMade(argument)).options(Endings.QUIET);
    }

    @Override
    public String signature() {
        return SIGNATURE;
    }

    @Override
    public String fingerprint() {
        return FINGERPRINT;
    }

    @Override
    public BoundTask<byte[]> read(ValueReader in) {
        return new HandMade(in.read(Codecs.byteArray()));
    }

    @Override
    public void write(ValueWriter out) {
        out.write(Codecs.byteArray(), argument);
    }

    @Override
    public byte[] invoke() {
        return argument;
    }

    @Override
    public EntryPoint<byte[]> entryPoint() {
        return this;
    }

    @Override
    public Codec<byte[]> result() {
        return Codecs.byteArray();
    }
}
