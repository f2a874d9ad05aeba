package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The way of a value to another process, in this one. */
final class Crossing {
    private Crossing() {}

    /** The value as it arrives in one piece. */
    static <T> T of(Codec<T> codec, T value) {
        return read(codec, encode(codec, value));
    }

    /** The value as it arrives in pieces cut anywhere. */
    static <T> T inPieces(Codec<T> codec, T value, RandomGenerator random) {
        return read(codec, cut(bytes(encode(codec, value)), random));
    }

    static <T> Payload encode(Codec<T> codec, T value) {
        ValueWriter out = new ValueWriter();
        out.write(codec, value);
        return out.toPayload();
    }

    private static <T> T read(Codec<T> codec, Payload payload) {
        ValueReader in = new ValueReader(payload);
        T value = in.read(codec);
        assertThat(in.remaining()).as("bytes left over").isZero();
        return value;
    }

    static byte[] bytes(Payload payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            payload.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Payload cut(byte[] bytes, RandomGenerator random) {
        List<ByteBuffer> pieces = new ArrayList<>();
        int longest = 1 + random.nextInt(1 + random.nextInt(1 + bytes.length));
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, random.nextInt(longest + 1));
            pieces.add(ByteBuffer.wrap(bytes, at, length));
            at += length;
        }
        return new Payload(pieces.toArray(new ByteBuffer[0]));
    }
}
