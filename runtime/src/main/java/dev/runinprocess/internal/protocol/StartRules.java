package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.util.List;

/**
 * How a process starts its children, which they go by, too.
 *
 * @param standby whether in JVMs that were started ahead, where a launch does not say
 * @param spares how many of those there are
 * @param preload the classes that are initialised in them
 */
public record StartRules(boolean standby, SpareLimits spares, List<String> preload) {
    /** What holds where nothing is said. */
    public static final StartRules DEFAULT = new StartRules(false, SpareLimits.DEFAULT, List.of());

    /** The same with another start method. */
    public StartRules withStandby(boolean changed) {
        return new StartRules(changed, spares, preload);
    }

    /** The same with other classes. */
    public StartRules withPreload(List<String> changed) {
        return new StartRules(standby, spares, List.copyOf(changed));
    }

    void write(ValueWriter out) {
        out.writeBoolean(standby);
        spares.write(out);
        out.write(Codecs.listOf(Codecs.string()), preload);
    }

    static StartRules read(ValueReader in) throws ProtocolException {
        return new StartRules(in.readBoolean(), SpareLimits.read(in), Identity.names(in));
    }
}
