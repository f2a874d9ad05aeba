package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.session.Session;
import java.util.List;

/** Who a child of this process is: its place in the tree, and what it inherits. */
record IdentityOfChild(ProcessContext context, Session session) {
    /** The name of a JVM that has no task yet. */
    private static final String SPARE_NAME = "spare";

    /** A child with a task. */
    Identity of(LaunchSpec spec, long pid, List<String> initialisers) {
        return of(spec.processName(), pid, spec.daemon(), spec.outlivesParent(), initialisers);
    }

    /**
     * One that was started ahead, as long as it has no task.
     *
     * @param initialisers classes whose static initialisers must not launch
     */
    Identity ofSpare(long pid, List<String> initialisers) {
        return of(SPARE_NAME, pid, true, false, initialisers);
    }

    private Identity of(String name, long pid, boolean daemon, boolean outlivesParent, List<String> initialisers) {
        Identity self = context.identity();
        return new Identity(
                name,
                pid,
                daemon,
                outlivesParent,
                self.pid(),
                self.name(),
                context.rootPid(),
                self.depth() + 1,
                self.maxDepth(),
                self.maxProcesses(),
                session.directory().toString(),
                session.sharedDirectory().toString(),
                self.authKey(),
                initialisers,
                context.startRules());
    }
}
