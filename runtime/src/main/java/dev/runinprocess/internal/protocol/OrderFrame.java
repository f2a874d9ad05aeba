package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * What a JVM that was started ahead is to become. Until it has said that it will, its parent may give the task to another: so it says that before it reads the arguments. They come in a
 * {@link RunFrame}, which lies behind this one if it is short, and else is sent once the child has said hello.
 *
 * @param secret what the {@link SpareFrame} had
 * @param entryPoint the class of the entry point
 * @param fingerprint what the entry point must have
 */
public record OrderFrame(SpareSecret secret, String entryPoint, String fingerprint) {
    /** Of a frame of this class. */
    public static final byte TYPE = 18;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        secret.write(out);
        out.write(Codecs.string(), entryPoint);
        out.write(Codecs.string(), fingerprint);
        return new RawFrame(TYPE, out.toPayload());
    }

    /**
     * Reads one.
     *
     * @throws ProtocolException if it is another frame, or lacks what each has
     */
    public static OrderFrame from(RawFrame raw) throws ProtocolException {
        if (raw.type() != TYPE) {
            throw new ProtocolException("what a spare was sent is no order: type=" + raw.type());
        }
        ValueReader in = new ValueReader(raw.body());
        return new OrderFrame(
                SpareSecret.read(in),
                ProtocolException.required(in.read(Codecs.string())),
                ProtocolException.required(in.read(Codecs.string())));
    }
}
