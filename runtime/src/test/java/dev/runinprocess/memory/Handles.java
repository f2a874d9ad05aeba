package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** The ways of a handle, within one process. */
final class Handles {
    private Handles() {}

    static <T> T sent(Codec<T> codec, T value) {
        ValueWriter out = new ValueWriter();
        out.write(codec, value);
        return new ValueReader(out.toPayload()).read(codec);
    }

    static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    static Object object(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked") // an object comes back as what it was
    static <T> T serialized(T value) throws IOException {
        return (T) object(bytes(value));
    }
}
