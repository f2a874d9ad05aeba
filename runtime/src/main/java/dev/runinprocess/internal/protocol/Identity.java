package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.util.List;

/**
 * Who a process is within its tree: what a parent tells its child.
 *
 * @param name the process's name
 * @param pid its process id
 * @param daemon whether its parent's end terminates it
 * @param outlivesParent whether it goes on when its parent dies
 * @param parentPid the parent's process id
 * @param parentName the parent's name
 * @param rootPid the process id of the tree's first process
 * @param depth how many processes are above it
 * @param maxDepth how deep the tree may become
 * @param maxProcesses how many of the tree's processes may use shared memory at a time
 * @param sessionDirectory the tree's directory for files of a moment
 * @param sharedDirectory the tree's directory for shared memory
 * @param authKey the tree's secret
 * @param initialisers classes whose static initialisers were running at one of the launches above it
 * @param startRules how it starts children of its own, unless it decides otherwise
 */
public record Identity(
        String name,
        long pid,
        boolean daemon,
        boolean outlivesParent,
        long parentPid,
        String parentName,
        long rootPid,
        int depth,
        int maxDepth,
        int maxProcesses,
        String sessionDirectory,
        String sharedDirectory,
        AuthKey authKey,
        List<String> initialisers,
        StartRules startRules) {

    void write(ValueWriter out) {
        out.write(Codecs.string(), name);
        out.writeLong(pid);
        out.writeBoolean(daemon);
        out.writeBoolean(outlivesParent);
        out.writeLong(parentPid);
        out.write(Codecs.string(), parentName);
        out.writeLong(rootPid);
        out.writeInt(depth);
        out.writeInt(maxDepth);
        out.writeInt(maxProcesses);
        out.write(Codecs.string(), sessionDirectory);
        out.write(Codecs.string(), sharedDirectory);
        out.write(Codecs.byteArray(), authKey.bytes());
        out.write(Codecs.listOf(Codecs.string()), initialisers);
        startRules.write(out);
    }

    static Identity read(ValueReader in) throws ProtocolException {
        return new Identity(
                ProtocolException.required(in.read(Codecs.string())),
                in.readLong(),
                in.readBoolean(),
                in.readBoolean(),
                in.readLong(),
                ProtocolException.required(in.read(Codecs.string())),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                ProtocolException.required(in.read(Codecs.string())),
                ProtocolException.required(in.read(Codecs.string())),
                new AuthKey(ProtocolException.required(in.read(Codecs.byteArray()))),
                names(in),
                StartRules.read(in));
    }

    static List<String> names(ValueReader in) throws ProtocolException {
        List<String> names = ProtocolException.required(in.read(Codecs.listOf(Codecs.string())));
        for (String name : names) {
            ProtocolException.required(name);
        }
        return names;
    }
}
