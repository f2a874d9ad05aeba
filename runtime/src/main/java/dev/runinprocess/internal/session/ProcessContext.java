package dev.runinprocess.internal.session;

import dev.runinprocess.internal.os.RandomBytes;
import dev.runinprocess.internal.protocol.AuthKey;
import dev.runinprocess.internal.protocol.Identity;
import java.util.List;
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

    private final Identity identity;
    private final @Nullable ParentState parent;
    private @Nullable Session session;
    private boolean ownsSession;

    private ProcessContext(Identity identity, @Nullable ParentState parent) {
        this.identity = identity;
        this.parent = parent;
    }

    /** This process's, made at the first call in a tree's first process. */
    public static synchronized ProcessContext current() {
        if (current == null) {
            current = new ProcessContext(rootIdentity(), null);
        }
        return current;
    }

    /** Says who this process is. The child's first act after the handshake. */
    public static synchronized void become(Identity identity, ParentState parent) {
        if (current != null) {
            throw new IllegalStateException("this process is somebody already: " + current.identity.name());
        }
        current = new ProcessContext(identity, parent);
    }

    /**
     * Settles what a tree's first process decides for all.
     *
     * @throws IllegalStateException if the session exists already, or this process is a child
     */
    public static synchronized void configure(SessionSettings chosen) {
        if (current != null && (current.parent != null || current.session != null)) {
            throw new IllegalStateException(
                    "The session's settings are fixed by the first launch of the tree's first process. Configure it before.");
        }
        settings = chosen;
        current = null;
    }

    private static Identity rootIdentity() {
        long pid = ProcessHandle.current().pid();
        int maxDepth = settings().maxDepth();
        AuthKey authKey = new AuthKey(RandomBytes.next(AUTH_KEY_BYTES));
        return new Identity(ROOT_NAME, pid, false, false, 0, "", pid, 0, maxDepth, "", "", authKey, List.of());
    }

    private static SessionSettings settings() {
        return settings == null ? SessionSettings.fromProperties() : settings;
    }

    /** Name, place in the tree, and the rest. */
    public Identity identity() {
        return identity;
    }

    /** The parent; null in a tree's first process. */
    public @Nullable ParentState parent() {
        return parent;
    }

    /**
     * The session that this process's children join, made or joined at the first call. A process that has outlived
     * its parent makes one of its own, since its tree's may be gone; and one whose directory was removed by somebody (cleaners of old files do) makes
     * another.
     */
    public synchronized Session session() {
        boolean orphan = parent != null && !parent.isAlive();
        Session existing = session;
        boolean swept = existing != null && ownsSession && existing.isGone();
        if (existing == null || swept || (orphan && !ownsSession)) {
            ownsSession = parent == null || orphan;
            synchronized (ProcessContext.class) {
                existing = ownsSession ? Session.create(settings()) : Session.join(identity);
            }
            session = existing;
        }
        return existing;
    }

    /** The process id of the first process of the tree that this process's children are in. */
    public synchronized long rootPid() {
        return ownsSession ? identity.pid() : identity.rootPid();
    }

    /** Removes the session's files, if this process made them. The last act of a shutdown. */
    public synchronized void closeSession() {
        if (session != null) {
            session.close();
        }
    }
}
