package dev.runinprocess.codec;

import java.io.ObjectInputFilter;
import org.jspecify.annotations.Nullable;

/** Admits the classes that were named, and no more arrays, references and levels than an honest message of its length has. */
final class SerializationFilter implements ObjectInputFilter {
    /* More would come close to the end of an ordinary stack, whose size no program should depend on. */
    private static final int DEEPEST = 500;

    private final SerializableClasses classes;
    private final long references;
    private long arrayElementsLeft;
    private @Nullable Class<?> refused;
    private @Nullable String exceeded;

    SerializationFilter(SerializableClasses classes, long messageBytes) {
        this.classes = classes;
        this.references = messageBytes;
        // Each element takes a byte at least; hash tables announce some more than they have.
        this.arrayElementsLeft = 1024 + 4 * messageBytes;
    }

    @Override
    public Status checkInput(FilterInfo info) {
        if (info.depth() > DEEPEST) {
            exceeded = "it nests deeper than " + DEEPEST + " levels";
            return Status.REJECTED;
        }
        if (info.references() > references) {
            exceeded = "it has more references than bytes";
            return Status.REJECTED;
        }
        if (info.arrayLength() > 0) {
            arrayElementsLeft -= info.arrayLength();
            if (arrayElementsLeft < 0) {
                exceeded = "its arrays announce more elements than there are bytes";
                return Status.REJECTED;
            }
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return Status.UNDECIDED;
        }
        if (!classes.contains(type)) {
            refused = type;
            return Status.REJECTED;
        }
        return Status.ALLOWED;
    }

    /** Throws what this filter had against the message, which a class's own {@code readObject} may have caught. */
    void check() {
        if (refused != null) {
            throw classes.refusal(refused);
        }
        if (exceeded != null) {
            throw Refusal.of("A serialized value was refused: " + exceeded + ".");
        }
    }
}
