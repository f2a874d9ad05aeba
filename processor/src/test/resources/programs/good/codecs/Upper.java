package good.codecs;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.util.List;
import java.util.Locale;

/** Strings in capitals: replaces a built-in codec. */
final class Upper implements Codec<String> {
    @Override
    public void write(ValueWriter out, String value) {
        Codecs.string().write(out, value.toUpperCase(Locale.ROOT));
    }

    @Override
    public String read(ValueReader in) {
        return Codecs.string().read(in);
    }

    static final class OfLists implements Codec<List<String>> {
        @Override
        public void write(ValueWriter out, List<String> value) {
            out.writeLength(value.size());
            value.forEach(element -> out.writeByte(1));
        }

        @Override
        public List<String> read(ValueReader in) {
            int length = in.readLength();
            for (int i = 0; i < length; i++) {
                in.readByte();
            }
            return List.of("length " + length);
        }
    }

    static final class OfInts implements Codec<Integer> {
        @Override
        public void write(ValueWriter out, Integer value) {
            out.writeInt(value + 1);
        }

        @Override
        public Integer read(ValueReader in) {
            return in.readInt();
        }
    }
}
