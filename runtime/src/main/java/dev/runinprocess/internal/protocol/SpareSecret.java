package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.os.RandomBytes;
import java.security.MessageDigest;

/** What a JVM that was started ahead and its parent know, and nobody else. Immutable; it has no {@code toString} that could tell it. */
public final class SpareSecret {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private SpareSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One that nobody knows yet. */
    public static SpareSecret create() {
        return new SpareSecret(RandomBytes.next(BYTES));
    }

    /** Whether it is the same, in a time that does not tell how much of it is. */
    public boolean matches(SpareSecret other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    void write(ValueWriter out) {
        out.write(Codecs.byteArray(), bytes);
    }

    static SpareSecret read(ValueReader in) throws ProtocolException {
        return new SpareSecret(ProtocolException.required(in.read(Codecs.byteArray())));
    }
}
