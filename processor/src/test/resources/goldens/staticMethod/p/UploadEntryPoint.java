package p;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.ChildMain;
import dev.runinprocess.link.EntryPoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The child JVM's entry point for {@link Transfers#upload(Path, URI, int)}:
 * of all {@code main} methods, this one runs there. Generated: edits here are lost.
 */
@Generated(
        value = "dev.runinprocess.processor.RunInProcessProcessor",
        comments = "from Transfers.upload"
)
final class UploadEntryPoint implements EntryPoint<Long> {
    private UploadEntryPoint() {
    }

    /**
     * Runs the task that the parent sends.
     *
     * @param args what the parent passes on the command line
     * @throws Throwable what the task throws
     */
    public static void main(String[] args) throws Throwable {
        ChildMain.run(new UploadEntryPoint(), args);
    }

    @Override
    public String signature() {
        return "long Transfers.upload(Path file, URI target, int retries)";
    }

    @Override
    public String fingerprint() {
        return "be06e9edebee2b37a701a65736d9b108";
    }

    @Override
    public Arguments read(ValueReader in) {
        return new Arguments(in.read(Codecs.path()), in.read(Codecs.uri()), in.readInt());
    }

    /**
     * The arguments of one call.
     */
    static final class Arguments implements BoundTask<Long> {
        private final Path file;

        private final URI target;

        private final int retries;

        Arguments(Path file, URI target, int retries) {
            this.file = file;
            this.target = target;
            this.retries = retries;
        }

        @Override
        public void write(ValueWriter out) {
            out.write(Codecs.path(), file);
            out.write(Codecs.uri(), target);
            out.writeInt(retries);
        }

        @Override
        public Long invoke() throws IOException {
            return Transfers.upload(file, target, retries);
        }

        @Override
        public EntryPoint<Long> entryPoint() {
            return new UploadEntryPoint();
        }

        @Override
        public Codec<Long> result() {
            return Codecs.longValue();
        }
    }
}
