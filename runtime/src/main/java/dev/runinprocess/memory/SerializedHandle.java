package dev.runinprocess.memory;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java.io} serialization makes of a handle: as short as a {@link SharedReference}, and a handle of the same memory where it is read.
 *
 * @param kind what it becomes again
 * @param id the text of the segment's id
 * @param name what the segment is called, or null
 * @param offset where the part begins, in bytes
 * @param length how long the part is, in elements
 */
record SerializedHandle(
        HandleKind kind, String id, @Nullable String name, long offset, long length) implements Serializable {
    private static final long serialVersionUID = 1L;

    static SerializedHandle of(HandleKind kind, SharedReference reference) {
        return new SerializedHandle(kind, reference.id(), reference.name(), reference.offset(), reference.length());
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            return kind.attach(new SharedReference(id, name, offset, length));
        } catch (NoSuchFileException e) {
            InvalidObjectException gone = new InvalidObjectException(e.getMessage());
            gone.initCause(e);
            throw gone;
        }
    }
}
