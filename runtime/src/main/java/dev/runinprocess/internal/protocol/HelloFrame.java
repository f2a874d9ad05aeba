package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * The child's first word: which protocol it speaks and what code it would run. It starts with a magic number and the
 * version in every version of the protocol, so that strangers recognise each other.
 *
 * @param version the protocol's version
 * @param fingerprint the entry point's fingerprint
 * @param signature the method's signature, for messages
 */
public record HelloFrame(int version, String fingerprint, String signature) {
    /** Of a frame of this class. */
    public static final byte TYPE = 1;

    /** What this version of the library speaks. */
    public static final int CURRENT_VERSION = 1;

    /** Signatures are a few hundred bytes; whoever announces more than this is no child of ours. */
    public static final long MAX_BODY_BYTES = 1 << 20;

    private static final int MAGIC = 0x52_49_50_31;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        out.writeInt(MAGIC);
        out.writeInt(version);
        out.write(Codecs.string(), fingerprint);
        out.write(Codecs.string(), signature);
        return new RawFrame(TYPE, out.toPayload());
    }

    /**
     * Reads one.
     *
     * @throws ProtocolException if the sender does not speak this protocol at all
     */
    public static HelloFrame from(RawFrame raw) throws ProtocolException {
        ValueReader in = new ValueReader(raw.body());
        if (raw.type() != TYPE || raw.body().length() < 2 * Integer.BYTES || in.readInt() != MAGIC) {
            throw new ProtocolException("its first frame is no hello: type=" + raw.type());
        }
        int version = in.readInt();
        if (version != CURRENT_VERSION) {
            return new HelloFrame(version, "", "");
        }
        return new HelloFrame(
                version,
                ProtocolException.required(in.read(Codecs.string())),
                ProtocolException.required(in.read(Codecs.string())));
    }
}
