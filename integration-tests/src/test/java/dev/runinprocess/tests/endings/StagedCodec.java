package dev.runinprocess.tests.endings;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.tests.testing.Stage;
import java.nio.file.Path;

/** A codec that stops half way where the value says so: in the child as it reads an argument, or as it writes a result. */
final class StagedCodec implements Codec<Staged> {
    @Override
    public void write(ValueWriter out, Staged value) {
        out.writeInt(value.bytes().length);
        out.writeBytes(value.bytes(), 0, value.bytes().length / 2);
        if (value.stopsAt().equals(Staged.RESULT)) {
            Stage.reachAndStayForGood(Path.of(value.marker()));
        }
        out.writeBytes(value.bytes(), value.bytes().length / 2, value.bytes().length - value.bytes().length / 2);
        out.write(Codecs.string(), value.stopsAt());
        out.write(Codecs.string(), value.marker());
    }

    @Override
    public Staged read(ValueReader in) {
        byte[] bytes = new byte[in.readInt()];
        in.readBytes(bytes, 0, bytes.length);
        String stopsAt = in.read(Codecs.string());
        String marker = in.read(Codecs.string());
        if (stopsAt.equals(Staged.ARGUMENT)) {
            Stage.reachAndStayForGood(Path.of(marker));
        }
        return new Staged(bytes, stopsAt, marker);
    }
}
