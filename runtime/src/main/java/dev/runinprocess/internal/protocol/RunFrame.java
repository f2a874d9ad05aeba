package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;

/**
 * The parent's answer to a hello that fits: who the child is, and the arguments of its task.
 *
 * @param identity who the child is
 * @param logLevel the level of the library's logger, or empty for the logging system's own
 * @param arguments what the entry point reads
 */
public record RunFrame(Identity identity, String logLevel, Payload arguments) {
    /** Of a frame of this class. */
    public static final byte TYPE = 2;

    /** The frame as bytes. */
    public RawFrame toRaw() {
        ValueWriter out = new ValueWriter();
        identity.write(out);
        out.write(Codecs.string(), logLevel);
        return new RawFrame(TYPE, out.toPayload().concat(arguments));
    }

    /** Reads one. */
    public static RunFrame from(RawFrame raw) throws ProtocolException {
        if (raw.type() != TYPE) {
            throw new ProtocolException("its answer to the hello is no task: type=" + raw.type());
        }
        ValueReader in = new ValueReader(raw.body());
        Identity identity = Identity.read(in);
        String logLevel = ProtocolException.required(in.read(Codecs.string()));
        return new RunFrame(identity, logLevel, in.remainder());
    }
}
