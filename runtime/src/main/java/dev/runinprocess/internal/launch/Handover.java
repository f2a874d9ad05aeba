package dev.runinprocess.internal.launch;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.log.LogLevel;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.protocol.RunFrame;
import dev.runinprocess.internal.session.Session;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A JVM for a task: one that was started ahead, or a new one.
 *
 * @param jvm the JVM
 * @param identity who it is to be
 * @param unsent the arguments; null if it has them already
 * @param kind its kind, if others of that may be started ahead
 * @param ahead whether it was
 */
record Handover(
        ChildJvm jvm,
        Identity identity,
        @Nullable Payload unsent,
        @Nullable SpareKind kind,
        boolean ahead) {
    /**
     * Finds a JVM that has accepted the task, or starts one.
     *
     * @param identities who a process is, by its id
     * @throws LaunchException if none can be started
     */
    static Handover of(LaunchSpec spec, Session session, LongFunction<Identity> identities, Payload arguments) {
        SpareKind kind = SpareKind.of(spec, session);
        Handover ahead = kind == null ? null : accepted(kind, spec, identities, arguments);
        if (ahead != null) {
            return ahead;
        }
        TargetLocation target =
                TargetLocation.of(spec.task().entryPoint(), spec.jvm().classPath());
        ChildJvm jvm = ChildJvm.start(spec, target, session);
        return new Handover(jvm, identities.apply(jvm.process().pid()), arguments, kind, false);
    }

    private static @Nullable Handover accepted(
            SpareKind kind, LaunchSpec spec, LongFunction<Identity> identities, Payload arguments) {
        for (SpareJvm spare = Spares.take(kind); spare != null; spare = Spares.take(kind)) {
            SpareJvm.Answer answer = SpareJvm.Answer.NONE;
            try {
                Identity identity = identities.apply(spare.jvm().process().pid());
                RawFrame order = spare.order(spec.task());
                RawFrame run = runAhead(order, spec, identity, arguments);
                Handover handover = new Handover(spare.jvm(), identity, run == null ? arguments : null, kind, true);
                answer = spare.offer(order, run);
                if (answer == SpareJvm.Answer.ACCEPTED) {
                    Spares.answered(kind, true);
                    return handover;
                }
            } catch (AuthenticationException e) {
                throw new LaunchException(
                        "Cannot start child process '" + spec.processName() + "': " + e.getMessage(), e);
            } finally {
                if (answer != SpareJvm.Answer.ACCEPTED) {
                    spare.end();
                }
            }
            if (answer == SpareJvm.Answer.NONE) {
                Spares.answered(kind, false);
                // The next would be no faster.
                return null;
            }
        }
        return null;
    }

    /**
     * The task, if it can lie behind the order; null if it has to wait for the answer. A launcher of the user's own may be another process than the JVM: its death says nothing of what that reads.
     */
    private static @Nullable RawFrame runAhead(RawFrame order, LaunchSpec spec, Identity identity, Payload arguments) {
        if (spec.jvm().executable().isPresent() || arguments.length() > SpareJvm.MAX_UNREAD_BYTES) {
            return null;
        }
        RawFrame run = new RunFrame(identity, LogLevel.captured(), arguments).toRaw();
        return order.length() + run.length() <= SpareJvm.MAX_UNREAD_BYTES ? run : null;
    }
}
