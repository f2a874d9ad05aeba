package dev.runinprocess.memory;

import dev.runinprocess.internal.shm.Pages;
import dev.runinprocess.internal.shm.SegmentName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How shared memory is made: with a name or without one, with its pages reserved or not. Immutable, so safe for use by many threads.
 *
 * <p>Without options memory has no name of its own, and all its pages are there from the start.
 */
public final class MemoryOptions {
    private static final MemoryOptions DEFAULTS = new MemoryOptions(null, Pages.RESERVED);

    private final @Nullable String name;
    private final Pages pages;

    private MemoryOptions(@Nullable String name, Pages pages) {
        this.name = name;
        this.pages = pages;
    }

    /** No name, all pages reserved. */
    public static MemoryOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Gives a name by which unrelated programs of the same user can attach.
     *
     * @param newName letters, digits, {@code '.'}, {@code '_'} and {@code '-'} of ASCII, with a letter first, at most 200 of them
     * @throws IllegalArgumentException if it is anything else
     */
    public MemoryOptions named(String newName) {
        return new MemoryOptions(SegmentName.check(newName), pages);
    }

    /**
     * Lets pages take up memory when they are first written to. Quick, whatever the size; but if the system has none left at that moment, the
     * store fails with an {@link InternalError}, or the process is killed.
     */
    public MemoryOptions sparse() {
        return new MemoryOptions(name, Pages.SPARSE);
    }

    /** The name. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Whether pages take up memory only when they are written to. */
    public boolean isSparse() {
        return pages == Pages.SPARSE;
    }

    Pages pages() {
        return pages;
    }

    @Override
    public String toString() {
        return "MemoryOptions[" + (name == null ? "unnamed" : "name=" + name) + (isSparse() ? ", sparse]" : "]");
    }
}
