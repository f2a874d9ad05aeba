package dev.runinprocess.codec;

import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Arrays of primitives, one codec each. Long ones are copied in bulk through a view of the chunk; for short ones the view would cost more
 * than it saves, and in a fresh JVM its classes would.
 */
final class PrimitiveArrayCodecs {
    private static final int SHORT_ARRAY = 64;

    private PrimitiveArrayCodecs() {}

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
            out.writeBytes(value, 0, value.length);
        }

        @Override
        public byte[] read(ValueReader in) {
            byte[] value = new byte[in.readLength()];
            in.readBytes(value, 0, value.length);
            return value;
        }
    }

    static final class OfCharacter implements Codec<char[]> {
        static final OfCharacter INSTANCE = new OfCharacter();

        @Override
        public void write(ValueWriter out, char[] value) {
            out.writeLength(value.length);
            if (value.length < SHORT_ARRAY) {
                for (char element : value) {
                    out.writeChar(element);
                }
                return;
            }
            int from = 0;
            while (from < value.length) {
                CharBuffer window =
                        out.window(Character.BYTES, value.length - from).asCharBuffer();
                int part = window.remaining();
                window.put(value, from, part);
                from += part;
            }
        }

        @Override
        public char[] read(ValueReader in) {
            char[] value = new char[in.readLength(Character.BYTES)];
            if (value.length < SHORT_ARRAY) {
                for (int i = 0; i < value.length; i++) {
                    value[i] = in.readChar();
                }
                return value;
            }
            int from = 0;
            while (from < value.length) {
                CharBuffer window =
                        in.window(Character.BYTES, value.length - from).asCharBuffer();
                int part = window.remaining();
                window.get(value, from, part);
                from += part;
            }
            return value;
        }
    }

    static final class OfShort implements Codec<short[]> {
        static final OfShort INSTANCE = new OfShort();

        @Override
        public void write(ValueWriter out, short[] value) {
            out.writeLength(value.length);
            if (value.length < SHORT_ARRAY) {
                for (short element : value) {
                    out.writeShort(element);
                }
                return;
            }
            int from = 0;
            while (from < value.length) {
                ShortBuffer window =
                        out.window(Short.BYTES, value.length - from).asShortBuffer();
                int part = window.remaining();
                window.put(value, from, part);
                from += part;
            }
        }

        @Override
        public short[] read(ValueReader in) {
            short[] value = new short[in.readLength(Short.BYTES)];
            if (value.length < SHORT_ARRAY) {
                for (int i = 0; i < value.length; i++) {
                    value[i] = in.readShort();
                }
                return value;
            }
            int from = 0;
            while (from < value.length) {
                ShortBuffer window = in.window(Short.BYTES, value.length - from).asShortBuffer();
                int part = window.remaining();
                window.get(value, from, part);
                from += part;
            }
            return value;
        }
    }

    static final class OfInteger implements Codec<int[]> {
        static final OfInteger INSTANCE = new OfInteger();

        @Override
        public void write(ValueWriter out, int[] value) {
            out.writeLength(value.length);
            if (value.length < SHORT_ARRAY) {
                for (int element : value) {
                    out.writeInt(element);
                }
                return;
            }
            int from = 0;
            while (from < value.length) {
                IntBuffer window =
                        out.window(Integer.BYTES, value.length - from).asIntBuffer();
                int part = window.remaining();
                window.put(value, from, part);
                from += part;
            }
        }

        @Override
        public int[] read(ValueReader in) {
            int[] value = new int[in.readLength(Integer.BYTES)];
            if (value.length < SHORT_ARRAY) {
                for (int i = 0; i < value.length; i++) {
                    value[i] = in.readInt();
                }
                return value;
            }
            int from = 0;
            while (from < value.length) {
                IntBuffer window = in.window(Integer.BYTES, value.length - from).asIntBuffer();
                int part = window.remaining();
                window.get(value, from, part);
                from += part;
            }
            return value;
        }
    }

    static final class OfLong implements Codec<long[]> {
        static final OfLong INSTANCE = new OfLong();

        @Override
        public void write(ValueWriter out, long[] value) {
            out.writeLength(value.length);
            if (value.length < SHORT_ARRAY) {
                for (long element : value) {
                    out.writeLong(element);
                }
                return;
            }
            int from = 0;
            while (from < value.length) {
                LongBuffer window = out.window(Long.BYTES, value.length - from).asLongBuffer();
                int part = window.remaining();
                window.put(value, from, part);
                from += part;
            }
        }

        @Override
        public long[] read(ValueReader in) {
            long[] value = new long[in.readLength(Long.BYTES)];
            if (value.length < SHORT_ARRAY) {
                for (int i = 0; i < value.length; i++) {
                    value[i] = in.readLong();
                }
                return value;
            }
            int from = 0;
            while (from < value.length) {
                LongBuffer window = in.window(Long.BYTES, value.length - from).asLongBuffer();
                int part = window.remaining();
                window.get(value, from, part);
                from += part;
            }
            return value;
        }
    }

    static final class OfFloat implements Codec<float[]> {
        static final OfFloat INSTANCE = new OfFloat();

        @Override
        public void write(ValueWriter out, float[] value) {
            out.writeLength(value.length);
            if (value.length < SHORT_ARRAY) {
                for (float element : value) {
                    out.writeFloat(element);
                }
                return;
            }
            int from = 0;
            while (from < value.length) {
                FloatBuffer window =
                        out.window(Float.BYTES, value.length - from).asFloatBuffer();
                int part = window.remaining();
                window.put(value, from, part);
                from += part;
            }
        }

        @Override
        public float[] read(ValueReader in) {
            float[] value = new float[in.readLength(Float.BYTES)];
            if (value.length < SHORT_ARRAY) {
                for (int i = 0; i < value.length; i++) {
                    value[i] = in.readFloat();
                }
                return value;
            }
            int from = 0;
            while (from < value.length) {
                FloatBuffer window = in.window(Float.BYTES, value.length - from).asFloatBuffer();
                int part = window.remaining();
                window.get(value, from, part);
                from += part;
            }
            return value;
        }
    }

    static final class OfDouble implements Codec<double[]> {
        static final OfDouble INSTANCE = new OfDouble();

        @Override
        public void write(ValueWriter out, double[] value) {
            out.writeLength(value.length);
            if (value.length < SHORT_ARRAY) {
                for (double element : value) {
                    out.writeDouble(element);
                }
                return;
            }
            int from = 0;
            while (from < value.length) {
                DoubleBuffer window =
                        out.window(Double.BYTES, value.length - from).asDoubleBuffer();
                int part = window.remaining();
                window.put(value, from, part);
                from += part;
            }
        }

        @Override
        public double[] read(ValueReader in) {
            double[] value = new double[in.readLength(Double.BYTES)];
            if (value.length < SHORT_ARRAY) {
                for (int i = 0; i < value.length; i++) {
                    value[i] = in.readDouble();
                }
                return value;
            }
            int from = 0;
            while (from < value.length) {
                DoubleBuffer window =
                        in.window(Double.BYTES, value.length - from).asDoubleBuffer();
                int part = window.remaining();
                window.get(value, from, part);
                from += part;
            }
            return value;
        }
    }
}
