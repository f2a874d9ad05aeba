package dev.runinprocess.memory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An element of a {@link SharedList} as it lies in its slot.
 *
 * @param kind which type it is of
 * @param bytes its value
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call
record SlotValue(int kind, byte[] bytes) {
    /* The numbers stand in memory that programs with other versions of this library may have attached: none is ever given a new meaning. */
    private static final int NULL = 0;
    private static final int BOOLEAN = 1;
    private static final int BYTE = 2;
    private static final int SHORT = 3;
    private static final int CHARACTER = 4;
    private static final int INTEGER = 5;
    private static final int LONG = 6;
    private static final int FLOAT = 7;
    private static final int DOUBLE = 8;
    private static final int STRING = 9;
    private static final int BYTES = 10;

    /**
     * Encodes an element.
     *
     * @throws IllegalArgumentException if a list cannot hold such
     */
    static SlotValue of(@Nullable Object value) {
        if (value == null) {
            return new SlotValue(NULL, new byte[0]);
        } else if (value instanceof Boolean b) {
            return new SlotValue(BOOLEAN, new byte[] {(byte) (b ? 1 : 0)});
        } else if (value instanceof Byte b) {
            return number(BYTE, b);
        } else if (value instanceof Short s) {
            return number(SHORT, s);
        } else if (value instanceof Character c) {
            return number(CHARACTER, c);
        } else if (value instanceof Integer i) {
            return number(INTEGER, i);
        } else if (value instanceof Long l) {
            return number(LONG, l);
        } else if (value instanceof Float f) {
            return number(FLOAT, Float.floatToRawIntBits(f));
        } else if (value instanceof Double d) {
            return number(DOUBLE, Double.doubleToRawLongBits(d));
        } else if (value instanceof String s) {
            return new SlotValue(STRING, utf8(s));
        } else if (value instanceof byte[] b) {
            return new SlotValue(BYTES, b.clone());
        }
        throw new IllegalArgumentException("A shared list holds null, booleans, numbers and characters of the language,"
                + " strings and byte arrays, but not a " + value.getClass().getName() + ".");
    }

    private static SlotValue number(int kind, long value) {
        return new SlotValue(
                kind, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException("This text has half a character, a surrogate without its partner.");
        }
        return bytes;
    }

    /** Decodes it. */
    @Nullable
    Object value() {
        return switch (kind) {
            case NULL -> null;
            case BOOLEAN -> bytes[0] != 0;
            case BYTE -> (byte) number();
            case SHORT -> (short) number();
            case CHARACTER -> (char) number();
            case INTEGER -> (int) number();
            case LONG -> number();
            case FLOAT -> Float.intBitsToFloat((int) number());
            case DOUBLE -> Double.longBitsToDouble(number());
            case STRING -> new String(bytes, StandardCharsets.UTF_8);
            case BYTES -> bytes;
            default ->
                throw new IllegalStateException("A shared list holds a value of an unknown kind: kind=" + kind
                        + ". It was made by a newer version of this library, or overwritten.");
        };
    }

    private long number() {
        return ByteBuffer.wrap(bytes).getLong();
    }
}
