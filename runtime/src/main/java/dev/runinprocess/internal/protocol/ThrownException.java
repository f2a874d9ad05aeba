package dev.runinprocess.internal.protocol;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exception taken apart into what can cross: names and frames, never objects.
 *
 * @param className the binary name of its class
 * @param message what {@code getMessage} returned
 * @param frames its stack trace
 * @param cause its cause
 * @param suppressed its suppressed exceptions
 */
public record ThrownException(
        String className,
        @Nullable String message,
        List<StackTraceElement> frames,
        @Nullable ThrownException cause,
        List<ThrownException> suppressed) {
    /** Deeper chains are cut: no reader follows them, and a hostile sender must not exhaust the stack. */
    private static final int MAX_DEPTH = 100;

    /** Takes an exception apart. Never throws, whatever the exception's own methods do. */
    public static ThrownException of(Throwable thrown) {
        return of(thrown, new IdentityHashMap<>(), 0);
    }

    private static ThrownException of(Throwable thrown, Map<Throwable, Boolean> seen, int depth) {
        seen.put(thrown, Boolean.TRUE);
        Throwable cause = causeOf(thrown);
        ThrownException causePart = null;
        if (cause != null && !seen.containsKey(cause) && depth < MAX_DEPTH) {
            causePart = of(cause, seen, depth + 1);
        }
        List<ThrownException> suppressed = new ArrayList<>();
        for (Throwable each : thrown.getSuppressed()) {
            if (!seen.containsKey(each) && depth < MAX_DEPTH) {
                suppressed.add(of(each, seen, depth + 1));
            }
        }
        return new ThrownException(
                thrown.getClass().getName(), messageOf(thrown), framesOf(thrown), causePart, suppressed);
    }

    private static List<StackTraceElement> framesOf(Throwable thrown) {
        List<StackTraceElement> frames = new ArrayList<>();
        try {
            for (StackTraceElement frame : thrown.getStackTrace()) {
                frames.add(Objects.requireNonNull(frame));
            }
        } catch (RuntimeException | Error e) {
            // As in messageOf. What came before is as good as it gets.
        }
        return frames;
    }

    private static @Nullable String messageOf(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error e) {
            // A user's getMessage may throw; the class and the frames still say what happened.
            return "(its getMessage() threw ".concat(e.getClass().getName()).concat(")");
        }
    }

    private static @Nullable Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (RuntimeException | Error e) {
            // As in messageOf.
            return null;
        }
    }

    void write(ValueWriter out) {
        out.write(Codecs.string(), className);
        out.write(Codecs.string(), message);
        out.writeLength(frames.size());
        for (StackTraceElement frame : frames) {
            out.write(Codecs.string(), frame.getModuleName());
            out.write(Codecs.string(), frame.getClassName());
            out.write(Codecs.string(), frame.getMethodName());
            out.write(Codecs.string(), frame.getFileName());
            out.writeInt(frame.getLineNumber());
        }
        out.writeBoolean(cause != null);
        if (cause != null) {
            cause.write(out);
        }
        out.writeLength(suppressed.size());
        for (ThrownException each : suppressed) {
            each.write(out);
        }
    }

    static ThrownException read(ValueReader in) throws ProtocolException {
        return read(in, 0);
    }

    private static ThrownException read(ValueReader in, int depth) throws ProtocolException {
        if (depth > MAX_DEPTH) {
            throw new NotTransferableException("The child's exception nests deeper than " + MAX_DEPTH + " causes.");
        }
        String className = ProtocolException.required(in.read(Codecs.string()));
        String message = in.read(Codecs.string());
        List<StackTraceElement> frames = readFrames(in);
        ThrownException cause = in.readBoolean() ? read(in, depth + 1) : null;
        List<ThrownException> suppressed = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            suppressed.add(read(in, depth + 1));
        }
        return new ThrownException(className, message, frames, cause, suppressed);
    }

    private static List<StackTraceElement> readFrames(ValueReader in) throws ProtocolException {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            String module = in.read(Codecs.string());
            String className = ProtocolException.required(in.read(Codecs.string()));
            String method = ProtocolException.required(in.read(Codecs.string()));
            String file = in.read(Codecs.string());
            // Without loader and version a frame prints as the JVM prints its own.
            frames.add(new StackTraceElement(null, module, null, className, method, file, in.readInt()));
        }
        return frames;
    }
}
