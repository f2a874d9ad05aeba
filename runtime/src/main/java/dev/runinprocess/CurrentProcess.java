package dev.runinprocess;

import dev.runinprocess.internal.protocol.Identity;

/** The process that asks. Immutable. Python: {@code current_process()}. */
public final class CurrentProcess {
    private final Identity identity;

    CurrentProcess(Identity identity) {
        this.identity = identity;
    }

    /** Its name: {@code main} for a program's first process, else what its launch gave it. */
    public String name() {
        return identity.name();
    }

    /** Its process id. */
    public long pid() {
        return identity.pid();
    }

    /** Whether its parent's end terminates it. A program's first process is no daemon. */
    public boolean isDaemon() {
        return identity.daemon();
    }

    /** True: it asks. */
    public boolean isAlive() {
        return true;
    }

    /** How many processes are above it. */
    public int depth() {
        return identity.depth();
    }

    /** A copy of the secret that a program's processes share, and nobody else knows. */
    public byte[] authKey() {
        return identity.authKey().bytes();
    }
}
