package dev.runinprocess.internal.session;

import dev.runinprocess.internal.os.RandomBytes;
import dev.runinprocess.internal.protocol.AuthKey;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.StartRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who this process is: the first of a tree, or a child that was told by its parent. One per JVM. Safe for use by many threads.
 */
public final class ProcessContext {
    /** The name of a tree's first process. */
    public static final String ROOT_NAME = "main";

    private static final int AUTH_KEY_BYTES = 32;

    private static @Nullable ProcessContext current;
    private static @Nullable SessionSettings settings;

    private volatile Identity identity;
    private final @Nullable ParentState parent;
    private volatile StartRules startRules;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private @Nullable Session session;
    private volatile boolean closed;
    private volatile boolean spare;

    private ProcessContext(Identity identity, @Nullable ParentState parent) {
        this.identity = identity;
        this.parent = parent;
        this.startRules = identity.startRules();
    }

    /** This process's, made at the first call in a tree's first process. */
    public static synchronized ProcessContext current() {
        if (current == null) {
            current = new ProcessContext(rootIdentity(), null);
        }
        return current;
    }

    /**
     * Says who this process is. The child's first act after the handshake; one that was a {@linkplain #becomeSpare spare} until now stays where it is in the tree.
     *
     * @return its parent
     */
    public static synchronized ParentState become(Identity identity) {
        ProcessContext former = current;
        if (former != null && former.spare && former.parent != null) {
            former.spare = false;
            former.identity = identity;
            former.startRules = identity.startRules();
            return former.parent;
        }
        return becomeSomebody(identity);
    }

    /** Says who this process is until it has a task: where in the tree, and nothing of the task. */
    public static synchronized void becomeSpare(Identity identity) {
        ParentState unused = becomeSomebody(identity);
        current().spare = true;
    }

    /** Whether this process was started ahead of its task, and has none yet. */
    public boolean isSpare() {
        return spare;
    }

    private static ParentState becomeSomebody(Identity identity) {
        if (current != null) {
            throw new IllegalStateException("this process is somebody already: " + current.identity.name());
        }
        ParentState parent = new ParentState(identity.parentPid(), identity.parentName());
        current = new ProcessContext(identity, parent);
        return parent;
    }

    /**
     * Settles what a tree's first process decides for all.
     *
     * @throws IllegalStateException if the session exists already, or this process is a child
     */
    public static synchronized void configure(SessionSettings chosen) {
        if (current != null && (current.parent != null || current.session != null)) {
            throw new IllegalStateException(
                    "The session's settings are fixed by the first launch, lock or shared memory of the tree's first process. Configure it before.");
        }
        settings = chosen;
        StartRules before = current == null ? null : current.startRules;
        current = null;
        if (before != null) {
            // What was set by a call stays; the numbers are the session's.
            changeStartRules(rules -> rules.withStandby(before.standby()).withPreload(before.preload()));
        }
    }

    private static Identity rootIdentity() {
        long pid = ProcessHandle.current().pid();
        SessionSettings chosen = settings();
        AuthKey authKey = new AuthKey(RandomBytes.next(AUTH_KEY_BYTES));
        return new Identity(
                ROOT_NAME,
                pid,
                false,
                false,
                0,
                "",
                pid,
                0,
                chosen.maxDepth(),
                chosen.maxProcesses(),
                "",
                "",
                authKey,
                List.of(),
                chosen.startRules());
    }

    private static SessionSettings settings() {
        return settings == null ? SessionSettings.fromProperties() : settings;
    }

    /** Name, place in the tree, and the rest. */
    public Identity identity() {
        return identity;
    }

    /** How this process starts its children, where a launch does not say. */
    public StartRules startRules() {
        return startRules;
    }

    /** Changes that, for launches to come. */
    public static synchronized void changeStartRules(UnaryOperator<StartRules> change) {
        ProcessContext context = current();
        context.startRules = change.apply(context.startRules);
    }

    /** The parent; null in a tree's first process. */
    public @Nullable ParentState parent() {
        return parent;
    }

    /**
     * The session that this process's children join, made or joined at the first call. A process that may outlive its parent makes one of its
     * own, since its tree's ends with the tree's first process; and so does one whose session's directory was removed by somebody, as cleaners of old
     * files do.
     *
     * @throws dev.runinprocess.failure.LaunchException if it cannot be made, or this process is about to end
     */
    public synchronized Session session() {
        Session existing = session;
        if (existing == null || existing.isGone()) {
            try {
                ExitActions.removeSessionAtExit();
            } catch (IllegalStateException e) {
                throw Session.refusal();
            }
            if (closed) {
                throw Session.refusal();
            }
            existing = newSession();
            session = existing;
            sessions.add(existing);
            if (closed) {
                existing.refuse();
            }
        }
        return existing;
    }

    private Session newSession() {
        if (parent == null) {
            synchronized (ProcessContext.class) {
                return Session.create(settings());
            }
        }
        Path inherited = Path.of(identity.sessionDirectory());
        boolean joins = !identity.outlivesParent() && Files.isDirectory(inherited);
        return joins ? Session.join(identity) : Session.create(SessionSettings.besides(identity));
    }

    /**
     * The directory for shared memory of the session that this process's children join.
     *
     * @throws dev.runinprocess.failure.LaunchException if the session has to be made, and cannot be
     */
    public synchronized Path sharedDirectory() {
        Path inherited = Path.of(identity.sharedDirectory());
        // To join a session as one that starts processes costs more than to look into its directory.
        boolean inherits =
                session == null && parent != null && !identity.outlivesParent() && Files.isDirectory(inherited);
        return inherits ? inherited : session().sharedDirectory();
    }

    /** The directories for shared memory of all sessions that this process is in. */
    public Set<Path> knownSharedDirectories() {
        Set<Path> known = new LinkedHashSet<>();
        for (Session each : sessions) {
            known.add(each.sharedDirectory());
        }
        if (parent != null) {
            known.add(Path.of(identity.sharedDirectory()));
        }
        return known;
    }

    /** Where the directories of sessions for shared memory are, this process's and others'. Makes none. */
    public synchronized Path sharedBase() {
        if (session != null) {
            return Objects.requireNonNull(session.sharedDirectory().getParent());
        }
        if (parent != null) {
            return Objects.requireNonNull(Path.of(identity.sharedDirectory()).getParent());
        }
        synchronized (ProcessContext.class) {
            return settings().sharedPlace();
        }
    }

    /** Waits a while for the room that dead sessions take up, if this process is sweeping them. */
    public void awaitSweep() {
        for (Session each : sessions) {
            each.awaitSweep();
        }
    }

    /** The process id of the first process of the tree that this process's children are in. */
    public synchronized long rootPid() {
        return session != null && session.isOwn() ? identity.pid() : identity.rootPid();
    }

    /** Removes what this process made of sessions, at the end of an orderly shutdown. */
    public void closeSessions() {
        synchronized (this) {
            // A thread that is making one, and does not keep this JVM, has not left it half made.
            closed = true;
        }
        awaitSweep();
        abandonSessions();
    }

    /** As {@link #closeSessions}, in a hurry. Waits for no other thread. */
    public void abandonSessions() {
        closed = true;
        for (Session each : sessions) {
            each.remove();
        }
    }
}
