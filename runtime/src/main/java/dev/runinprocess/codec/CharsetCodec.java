package dev.runinprocess.codec;

import java.nio.charset.Charset;

/** Charsets, by name. */
final class CharsetCodec implements Codec<Charset> {
    static final CharsetCodec INSTANCE = new CharsetCodec();

    private CharsetCodec() {}

    @Override
    public void write(ValueWriter out, Charset value) {
        StringCodec.INSTANCE.write(out, value.name());
    }

    @Override
    public Charset read(ValueReader in) {
        return Charset.forName(StringCodec.INSTANCE.read(in));
    }
}
