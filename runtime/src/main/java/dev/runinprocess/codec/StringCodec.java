package dev.runinprocess.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Strings as the JVM holds them: a byte a character where all are in Latin-1, otherwise two. Unlike UTF-8 that keeps unpaired surrogates,
 * and both ways are a plain copy in the common case.
 */
final class StringCodec implements Codec<String> {
    static final StringCodec INSTANCE = new StringCodec();

    private StringCodec() {}

    @Override
    public void write(ValueWriter out, String value) {
        boolean latin1 = isLatin1(value);
        out.writeVarint((long) value.length() << 1 | (latin1 ? 0 : 1));
        if (latin1) {
            writeLatin1(out, value);
        } else {
            writeUtf16(out, value);
        }
    }

    private static boolean isLatin1(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings(
            "deprecation") // keeps the low byte of each character, which is what Latin-1 is, and allocates nothing
    private static void writeLatin1(ValueWriter out, String value) {
        int from = 0;
        while (from < value.length()) {
            int left = value.length() - from;
            int part = Math.min(left, out.room(1, left));
            int at = out.reserve(part);
            value.getBytes(from, from + part, out.chunk(), at);
            from += part;
        }
    }

    private static void writeUtf16(ValueWriter out, String value) {
        int from = 0;
        while (from < value.length()) {
            ByteBuffer window = out.window(Character.BYTES, value.length() - from);
            while (window.hasRemaining()) {
                window.putChar(value.charAt(from++));
            }
        }
    }

    @Override
    public String read(ValueReader in) {
        long header = in.readVarint();
        long length = header >>> 1;
        boolean latin1 = (header & 1) == 0;
        if (length > in.remaining() / (latin1 ? 1 : Character.BYTES) || length > Integer.MAX_VALUE) {
            throw Refusal.malformed("a string is beyond its end: length=" + length + ", bytes left=" + in.remaining());
        }
        return latin1 ? readLatin1(in, (int) length) : readUtf16(in, (int) length);
    }

    private static String readLatin1(ValueReader in, int length) {
        int at = in.take(length);
        if (at >= 0) {
            return new String(in.chunk(), at, length, StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[length];
        in.readBytes(bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String readUtf16(ValueReader in, int length) {
        char[] chars = new char[length];
        int from = 0;
        while (from < length) {
            ByteBuffer window = in.window(Character.BYTES, length - from);
            while (window.hasRemaining()) {
                chars[from++] = window.getChar();
            }
        }
        return new String(chars);
    }
}
