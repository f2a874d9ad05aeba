package dev.runinprocess.codec;

import java.nio.ByteBuffer;

/** Arrays of floating-point numbers, one codec each; every NaN keeps its bits. Copied as {@link IntegralArrayCodecs} does it. */
final class FloatingArrayCodecs {
    private FloatingArrayCodecs() {}

    static final class OfFloat implements Codec<float[]> {
        static final OfFloat INSTANCE = new OfFloat();

        @Override
        public void write(ValueWriter out, float[] value) {
            out.writeLength(value.length);
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = out.window(Float.BYTES, value.length - from);
                if (value.length > IntegralArrayCodecs.LONGEST_LOOP) {
                    int part = window.remaining() / Float.BYTES;
                    window.asFloatBuffer().put(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    window.putFloat(value[from++]);
                }
            }
        }

        @Override
        public float[] read(ValueReader in) {
            float[] value = new float[in.readLength(Float.BYTES)];
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = in.window(Float.BYTES, value.length - from);
                if (value.length > IntegralArrayCodecs.LONGEST_LOOP) {
                    int part = window.remaining() / Float.BYTES;
                    window.asFloatBuffer().get(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    value[from++] = window.getFloat();
                }
            }
            return value;
        }
    }

    static final class OfDouble implements Codec<double[]> {
        static final OfDouble INSTANCE = new OfDouble();

        @Override
        public void write(ValueWriter out, double[] value) {
            out.writeLength(value.length);
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = out.window(Double.BYTES, value.length - from);
                if (value.length > IntegralArrayCodecs.LONGEST_LOOP) {
                    int part = window.remaining() / Double.BYTES;
                    window.asDoubleBuffer().put(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    window.putDouble(value[from++]);
                }
            }
        }

        @Override
        public double[] read(ValueReader in) {
            double[] value = new double[in.readLength(Double.BYTES)];
            int from = 0;
            while (from < value.length) {
                ByteBuffer window = in.window(Double.BYTES, value.length - from);
                if (value.length > IntegralArrayCodecs.LONGEST_LOOP) {
                    int part = window.remaining() / Double.BYTES;
                    window.asDoubleBuffer().get(value, from, part);
                    from += part;
                    continue;
                }
                while (window.hasRemaining()) {
                    value[from++] = window.getDouble();
                }
            }
            return value;
        }
    }
}
