package p;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import javax.annotation.processing.Generated;

/**
 * Values of {@link Job} as bytes. Generated from it: edit that, since edits here are lost.
 */
@Generated(
        value = "dev.runinprocess.processor.RunInProcessProcessor",
        comments = "from Job"
)
public final class JobCodec implements Codec<Job> {
    /**
     * The one instance, which has no state.
     */
    public static final JobCodec INSTANCE = new JobCodec();

    private JobCodec() {
    }

    @Override
    public void write(ValueWriter out, Job value) {
        out.write(Codecs.string(), value.name());
        out.writeInt(value.priority());
        out.write(Codecs.optionalOf(PartCodec.INSTANCE), value.part());
    }

    @Override
    public Job read(ValueReader in) {
        return new Job(
                in.read(Codecs.string()),
                in.readInt(),
                in.read(Codecs.optionalOf(PartCodec.INSTANCE)));
    }

    private static final class PartCodec implements Codec<Job.Part> {
        static final PartCodec INSTANCE = new PartCodec();

        private PartCodec() {
        }

        @Override
        public void write(ValueWriter out, Job.Part value) {
            out.write(Codecs.byteArray(), value.bytes());
        }

        @Override
        public Job.Part read(ValueReader in) {
            return new Job.Part(in.read(Codecs.byteArray()));
        }
    }
}
