package dev.runinprocess.internal.protocol;

/** The secret that a tree of processes shares. Immutable; it has no {@code toString} that could tell it. */
public final class AuthKey {
    private final byte[] bytes;

    /** Takes a copy. */
    public AuthKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
