package good.codecs.scoped;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

final class Shout implements Codec<String> {
    @Override
    public void write(ValueWriter out, String value) {
        Codecs.string().write(out, value + "!");
    }

    @Override
    public String read(ValueReader in) {
        return Codecs.string().read(in);
    }
}
