package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * The word of a JVM that was started ahead that it is ready for a task.
 *
 * @param version the protocol's version
 * @param secret what it was told, which shows that it is the one that was
 * @param problem what kept a class from being initialised ahead; empty if nothing did
 */
public record SpareHelloFrame(int version, SpareSecret secret, String problem) {
    /** Of a frame of this class. */
    public static final byte TYPE = 17;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        out.writeInt(version);
        secret.write(out);
        out.write(Codecs.string(), problem);
        return new RawFrame(TYPE, out.toPayload());
    }

    /**
     * Reads one.
     *
     * @throws ProtocolException if it is another frame, or lacks what each has
     */
    public static SpareHelloFrame from(RawFrame raw) throws ProtocolException {
        if (raw.type() != TYPE) {
            throw new ProtocolException("the first frame of a spare is another: type=" + raw.type());
        }
        ValueReader in = new ValueReader(raw.body());
        return new SpareHelloFrame(
                in.readInt(), SpareSecret.read(in), ProtocolException.required(in.read(Codecs.string())));
    }
}
