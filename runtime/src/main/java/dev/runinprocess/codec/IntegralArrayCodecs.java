package dev.runinprocess.codec;

import java.nio.ByteBuffer;

/**
 * Arrays of booleans, characters and integers, one codec each. Long ones are copied in bulk through a view of the chunk; for short ones the view would cost more
 * than it saves, and in a fresh JVM its classes would.
 */
final class IntegralArrayCodecs {
    static final int LONGEST_LOOP = 64;

    private IntegralArrayCodecs() {}

    static final class OfBoolean implements Codec<boolean[]> {
        static final OfBoolean INSTANCE = new OfBoolean();

        @Override
        public void write(ValueWriter out, boolean[] value) {
            out.writeLength(value.length);
            for (boolean element : value) {
                out.writeBoolean(element);
            }
        }

        @Override
        public boolean[] read(ValueReader in) {
            boolean[] value = new boolean[in.readLength()];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readBoolean();
            }
            return value;
        }
    }

    static final class OfByte implements Codec<byte[]> {
        static final OfByte INSTANCE = new OfByte();

        @Override
        public void write(ValueWriter out, byte[] value) {
            out.writeLength(value.length);
            out.writeAllBytes(value);
        }

        @Override
        public byte[] read(ValueReader in) {
            return in.readNewBytes(in.readLength());
        }
    }

    static final class OfCharacter implements Codec<char[]> {
        static final OfCharacter INSTANCE = new OfCharacter();

        @Override
        public void write(ValueWriter out, char[] value) {
            out.writeLength(value.length);
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = out.window(Character.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Character.BYTES;
                    window.asCharBuffer().put(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    window.putChar(value[from++]);
                }
            }
        }

        @Override
        public char[] read(ValueReader in) {
            char[] value = new char[in.readLength(Character.BYTES)];
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = in.window(Character.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Character.BYTES;
                    window.asCharBuffer().get(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    value[from++] = window.getChar();
                }
            }
            return value;
        }
    }

    static final class OfShort implements Codec<short[]> {
        static final OfShort INSTANCE = new OfShort();

        @Override
        public void write(ValueWriter out, short[] value) {
            out.writeLength(value.length);
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = out.window(Short.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Short.BYTES;
                    window.asShortBuffer().put(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    window.putShort(value[from++]);
                }
            }
        }

        @Override
        public short[] read(ValueReader in) {
            short[] value = new short[in.readLength(Short.BYTES)];
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = in.window(Short.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Short.BYTES;
                    window.asShortBuffer().get(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    value[from++] = window.getShort();
                }
            }
            return value;
        }
    }

    static final class OfInteger implements Codec<int[]> {
        static final OfInteger INSTANCE = new OfInteger();

        @Override
        public void write(ValueWriter out, int[] value) {
            out.writeLength(value.length);
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = out.window(Integer.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Integer.BYTES;
                    window.asIntBuffer().put(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    window.putInt(value[from++]);
                }
            }
        }

        @Override
        public int[] read(ValueReader in) {
            int[] value = new int[in.readLength(Integer.BYTES)];
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = in.window(Integer.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Integer.BYTES;
                    window.asIntBuffer().get(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    value[from++] = window.getInt();
                }
            }
            return value;
        }
    }

    static final class OfLong implements Codec<long[]> {
        static final OfLong INSTANCE = new OfLong();

        @Override
        public void write(ValueWriter out, long[] value) {
            out.writeLength(value.length);
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = out.window(Long.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Long.BYTES;
                    window.asLongBuffer().put(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    window.putLong(value[from++]);
                }
            }
        }

        @Override
        public long[] read(ValueReader in) {
            long[] value = new long[in.readLength(Long.BYTES)];
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = in.window(Long.BYTES, value.length - from);
                if (value.length > LONGEST_LOOP) {
                    int part = window.remaining() / Long.BYTES;
                    window.asLongBuffer().get(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    value[from++] = window.getLong();
                }
            }
            return value;
        }
    }
}
