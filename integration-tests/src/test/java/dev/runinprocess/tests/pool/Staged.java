package dev.runinprocess.tests.pool;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.tests.testing.Stage;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A value that stops on its way at the first time.
 *
 * @param stopsAt one of the constants
 * @param marker the file that tells that the stage is reached
 */
record Staged(String stopsAt, Path marker) {
    static final String DECODING = "decoding";
    static final String ENCODING = "encoding";
    static final String NOWHERE = "nowhere";

    private void pass(String stage) {
        if (stopsAt.equals(stage) && !Files.exists(marker)) {
            Stage.reachAndStayForGood(marker);
        }
    }

    /** In the worker it stops half way, as it is read or as it is written. */
    static final class StagedCodec implements Codec<Staged> {
        @Override
        public void write(ValueWriter out, Staged value) {
            out.write(Codecs.string(), value.stopsAt);
            if (PoolTasks.isInWorker()) {
                value.pass(ENCODING);
            }
            out.write(Codecs.path(), value.marker);
        }

        @Override
        public Staged read(ValueReader in) {
            Staged value = new Staged(in.read(Codecs.string()), in.read(Codecs.path()));
            if (PoolTasks.isInWorker()) {
                value.pass(DECODING);
            }
            return value;
        }
    }
}
