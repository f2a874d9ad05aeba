package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * The first word to a JVM that is started ahead of its task. It is in the link before the JVM opens that, and can be read once.
 *
 * @param secret what the {@link OrderFrame} will have, too
 * @param identity who it is until it has a task
 * @param likelyEntryPoint the entry point of the task it may get, which it loads and does not run
 */
public record SpareFrame(SpareSecret secret, Identity identity, String likelyEntryPoint) {
    /** Of a frame of this class. */
    public static final byte TYPE = 16;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        secret.write(out);
        identity.write(out);
        out.write(Codecs.string(), likelyEntryPoint);
        return new RawFrame(TYPE, out.toPayload());
    }

    /**
     * Reads one.
     *
     * @throws ProtocolException if it is another frame, or lacks what each has
     */
    public static SpareFrame from(RawFrame raw) throws ProtocolException {
        if (raw.type() != TYPE) {
            throw new ProtocolException("its first word to a spare is another: type=" + raw.type());
        }
        ValueReader in = new ValueReader(raw.body());
        return new SpareFrame(
                SpareSecret.read(in), Identity.read(in), ProtocolException.required(in.read(Codecs.string())));
    }
}
