package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** The codec of values that tell their type themselves: the built-in ones, and lists, sets and maps of them. */
final class AnyCodec implements Codec<Object> {
    static final AnyCodec INSTANCE = new AnyCodec();

    /* After the plain types, which come by their number. */
    private static final int LIST = 0;
    private static final int SET = 1;
    private static final int MAP = 2;
    private static final int PATH = 3;
    private static final int CHARSET = 4;
    private static final int ZONE = 5;
    private static final int BUFFER = 6;
    private static final int TIME_ZONE = 7;
    private static final int OTHERS = 8;

    private AnyCodec() {}

    @Override
    public void write(ValueWriter out, Object value) {
        Integer plain = PlainTypes.number(value.getClass());
        if (plain != null) {
            out.writeOrdinal(plain);
            writeBy(PlainTypes.codec(plain), out, value);
        } else {
            int other = other(value);
            out.writeOrdinal(PlainTypes.count() + other);
            writeBy(codec(other), out, value);
        }
    }

    @SuppressWarnings("unchecked") // The codec is the one of the value's own class.
    private static <T> void writeBy(Codec<T> codec, ValueWriter out, Object value) {
        codec.write(out, (T) value);
    }

    private static int other(Object value) {
        if (value instanceof List) {
            return LIST;
        } else if (value instanceof Set) {
            return SET;
        } else if (value instanceof Map) {
            return MAP;
        } else if (value instanceof Path) {
            return PATH;
        } else if (value instanceof Charset) {
            return CHARSET;
        } else if (value instanceof ZoneId) {
            return ZONE;
        } else if (value instanceof ByteBuffer) {
            return BUFFER;
        } else if (value instanceof TimeZone) {
            return TIME_ZONE;
        }
        throw new NotTransferableException(
                "A " + value.getClass().getName()
                        + " does not tell by itself how it crosses a process boundary: that do the types of the language and the JDK that this library knows, and"
                        + " lists, sets and maps of them. For your own types, use a codec, or the class of a record marked @Transferable.");
    }

    private static Codec<?> codec(int other) {
        return switch (other) {
            case LIST -> Codecs.listOf(INSTANCE);
            case SET -> Codecs.setOf(INSTANCE);
            case MAP -> Codecs.mapOf(INSTANCE, INSTANCE);
            case PATH -> Codecs.path();
            case CHARSET -> Codecs.charset();
            case ZONE -> TimeCodecs.zoneId();
            case BUFFER -> Codecs.byteBuffer();
            case TIME_ZONE -> Codecs.timeZone();
            default -> throw new IllegalArgumentException("no such type: number=" + other);
        };
    }

    @Override
    public Object read(ValueReader in) {
        int number = in.readOrdinal(PlainTypes.count() + OTHERS);
        Codec<?> codec = number < PlainTypes.count() ? PlainTypes.codec(number) : codec(number - PlainTypes.count());
        return codec.read(in);
    }
}
