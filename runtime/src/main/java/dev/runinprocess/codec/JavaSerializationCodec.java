package dev.runinprocess.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Values of one serializable type, by Java serialization; both ends refuse every class that was not named. */
final class JavaSerializationCodec<T> implements Codec<T> {
    private final Class<T> type;
    private final SerializableClasses classes;

    JavaSerializationCodec(Class<T> type, Class<?>... allowed) {
        this.type = type;
        this.classes = new SerializableClasses(type, allowed);
    }

    @Override
    public void write(ValueWriter out, T value) {
        int lengthAt = out.reserve(Long.BYTES);
        byte[] chunk = out.chunk();
        try (CountingSink sink = new CountingSink(out);
                CheckedOutput objects = new CheckedOutput(sink, classes)) {
            objects.writeObject(value);
            objects.flush();
            if (objects.refused != null) {
                throw classes.refusal(objects.refused);
            }
            ValueWriter.putInt(chunk, lengthAt, (int) sink.count);
            ValueWriter.putInt(chunk, lengthAt + Integer.BYTES, (int) (sink.count >>> Integer.SIZE));
        } catch (IOException e) {
            throw Refusal.of("A value of " + value.getClass().getName() + " cannot be serialized: " + e, e);
        }
    }

    @Override
    public T read(ValueReader in) {
        long length = in.readLong();
        if (length < 0 || length > in.remaining()) {
            throw Refusal.malformed(
                    "a serialized value is beyond its end: length=" + length + ", bytes left=" + in.remaining());
        }
        SerializationFilter filter = new SerializationFilter(classes, length);
        try (BoundedSource source = new BoundedSource(in, length);
                ObjectInputStream objects = new ResolvingInput(source, type)) {
            objects.setObjectInputFilter(filter);
            T value = type.cast(objects.readObject());
            if (value == null) {
                throw Refusal.malformed("a serialized value is null");
            }
            source.checkEnd();
            filter.check();
            return value;
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError | InternalError e) {
            // The JDK's immutable maps answer an odd number of keys and values by an InternalError.
            filter.check();
            throw Refusal.whileDeserializing(e);
        }
    }

    /**
     * Notes the first class that was not named, so that its sender fails and not its receiver. Throwing at once would not do: an
     * ObjectOutputStream also writes, by its own way, the exception that ends it.
     */
    private static final class CheckedOutput extends ObjectOutputStream {
        private final SerializableClasses classes;
        private @Nullable Class<?> refused;

        CheckedOutput(OutputStream out, SerializableClasses classes) throws IOException {
            super(out);
            this.classes = classes;
        }

        @Override
        protected void annotateClass(Class<?> type) {
            if (refused == null && !classes.contains(type)) {
                refused = type;
            }
        }

        @Override
        protected void annotateProxyClass(Class<?> type) {
            annotateClass(type);
        }
    }

    /** Finds classes as the value's own class would, not as this library would. */
    private static final class ResolvingInput extends ObjectInputStream {
        private final Class<?> type;

        ResolvingInput(InputStream in, Class<?> type) throws IOException {
            super(in);
            this.type = type;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            ClassLoader loader = type.getClassLoader();
            if (loader == null) {
                loader = Thread.currentThread().getContextClassLoader();
            }
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description); // which knows the primitive types
            }
        }
    }

    private static final class CountingSink extends OutputStream {
        private final ValueWriter out;
        private long count;

        CountingSink(ValueWriter out) {
            this.out = out;
        }

        @Override
        public void write(int value) {
            out.writeByte(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            out.writeBytes(bytes, offset, length);
            count += length;
        }
    }

    private static final class BoundedSource extends InputStream {
        private final ValueReader in;
        private long left;

        BoundedSource(ValueReader in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return in.readByte() & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            int part = (int) Math.min(length, left);
            if (part == 0) {
                return -1;
            }
            in.readBytes(bytes, offset, part);
            left -= part;
            return part;
        }

        private void checkEnd() {
            if (left != 0) {
                throw Refusal.malformed("bytes follow a serialized value: bytes=" + left);
            }
        }
    }
}
