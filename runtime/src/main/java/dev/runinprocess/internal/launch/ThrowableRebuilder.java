package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.ChildException;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.ThrownException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds a child's exception again: its own class where one of the usual constructors restores the message, a {@link ChildException}
 * where none does or the class is not here.
 */
public final class ThrowableRebuilder {
    /*
     * Only constructors of Throwable classes that take a message, a cause, both or nothing are called, with text and with exceptions built the
     * same way. That is all that a compromised child can make its parent do; deserialisation could do far more.
     */
    private final @Nullable ClassLoader loader;

    /** Looks for classes by a loader; null for the one of the JDK. */
    public ThrowableRebuilder(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /** The exception, its stack trace going on from the child's frames to the caller's, behind a line that names both processes. */
    public Throwable rebuild(ThrownException thrown, Identity child, StackTraceElement[] callerFrames) {
        Throwable rebuilt = rebuild(thrown);
        List<StackTraceElement> frames = new ArrayList<>(thrown.frames());
        frames.add(new StackTraceElement(
                "=== child process '" + child.name() + "', pid " + child.pid() + " === started by process",
                child.parentName(),
                "pid " + child.parentPid(),
                -1));
        frames.addAll(Arrays.asList(callerFrames));
        setFrames(rebuilt, frames);
        return rebuilt;
    }

    private Throwable rebuild(ThrownException thrown) {
        Throwable cause = thrown.cause() == null ? null : rebuild(thrown.cause());
        Throwable rebuilt = construct(thrown, cause).orElseGet(() -> standIn(thrown));
        if (cause != null) {
            attach(rebuilt, cause);
        }
        setFrames(rebuilt, thrown.frames());
        thrown.suppressed().forEach(each -> rebuilt.addSuppressed(rebuild(each)));
        return rebuilt;
    }

    private static Throwable standIn(ThrownException thrown) {
        return new ChildException(thrown.className(), Objects.requireNonNullElse(thrown.message(), ""));
    }

    private static void attach(Throwable rebuilt, Throwable cause) {
        try {
            if (rebuilt.getCause() == null) {
                rebuilt.initCause(cause);
            }
        } catch (RuntimeException | Error e) {
            // Its constructor settled that it has none, or its class refuses; a suppressed exception is seen all the
            // same.
            rebuilt.addSuppressed(cause);
        }
    }

    private static void setFrames(Throwable rebuilt, List<StackTraceElement> frames) {
        try {
            rebuilt.setStackTrace(frames.toArray(StackTraceElement[]::new));
        } catch (RuntimeException | Error e) {
            // Its class refuses; it keeps the frames of its constructor's caller.
        }
    }

    private Optional<Throwable> construct(ThrownException thrown, @Nullable Throwable cause) {
        Class<?> type;
        try {
            type = Class.forName(thrown.className(), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
        if (!Throwable.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        return Arrays.stream(type.getDeclaredConstructors())
                .sorted(Comparator.comparingInt((Constructor<?> c) -> c.getParameterCount())
                        .reversed())
                .map(constructor -> construct(constructor, thrown.message(), cause))
                .flatMap(Optional::stream)
                .filter(built -> Objects.equals(messageOf(built), thrown.message()))
                .findFirst();
    }

    private static Optional<Throwable> construct(
            Constructor<?> constructor, @Nullable String message, @Nullable Throwable cause) {
        Class<?>[] types = constructor.getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        boolean messageGiven = false;
        boolean causeGiven = false;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == String.class && !messageGiven) {
                arguments[i] = message;
                messageGiven = true;
            } else if (Throwable.class.isAssignableFrom(types[i])
                    && !causeGiven
                    && (cause == null || types[i].isInstance(cause))) {
                arguments[i] = cause;
                causeGiven = true;
            } else {
                return Optional.empty();
            }
        }
        try {
            return constructor.trySetAccessible()
                    ? Optional.of((Throwable) constructor.newInstance(arguments))
                    : Optional.empty();
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException | LinkageError e) {
            // This one does not restore it; another may, and the stand-in always does.
            return Optional.empty();
        }
    }

    private static @Nullable String messageOf(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error e) {
            // A getMessage that needs state that no constructor restored.
            return null;
        }
    }
}
