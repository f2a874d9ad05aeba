package dev.runinprocess.internal.pool;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.link.EntryPoint;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods that a worker was told of, and their entry points. For one thread. */
final class WorkerMethods {
    private final Map<Integer, MethodNews> told = new HashMap<>();
    private final Map<Integer, EntryPoint<?>> loaded = new HashMap<>();

    /** The one asked for last, mostly asked for again. */
    private int lastNumber = -1;

    private @Nullable EntryPoint<?> last;

    void add(MethodNews method) {
        told.put(method.number(), method);
    }

    /** What people call it, such as {@code Path Transfers.download(URI source)}. */
    String signature(int number) {
        MethodNews method = told.get(number);
        return method == null ? "a method that the pool did not name" : method.signature();
    }

    /**
     * The entry point of a method, loaded at the first call.
     *
     * @throws LaunchException if there is none, or not the one that the launcher was generated with
     */
    EntryPoint<?> entryPoint(int number) {
        EntryPoint<?> known = last;
        if (known != null && lastNumber == number) {
            return known;
        }
        known = loaded.get(number);
        if (known == null) {
            known = load(told.get(number));
            loaded.put(number, known);
        }
        lastNumber = number;
        last = known;
        return known;
    }

    private static EntryPoint<?> load(@Nullable MethodNews method) {
        if (method == null) {
            throw new LaunchException("The pool sent a call of a method that it did not name before.");
        }
        EntryPoint<?> entryPoint = create(method);
        if (!entryPoint.fingerprint().equals(method.fingerprint())) {
            throw new LaunchException(
                    "The entry point in the worker is not the one that its launcher was generated with. Launcher: "
                            + method.signature() + " [" + method.fingerprint() + "], entry point: "
                            + entryPoint.signature() + " [" + entryPoint.fingerprint()
                            + "]. A jar or class directory is stale: rebuild, or correct the workers' class path.");
        }
        return entryPoint;
    }

    /** Its constructor is private, and so its package may be: the pool has opened it where that is needed. */
    private static EntryPoint<?> create(MethodNews method) {
        try {
            Class<?> type = Class.forName(method.entryPoint(), true, WorkerMethods.class.getClassLoader());
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (EntryPoint<?>) constructor.newInstance();
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw new LaunchException(
                    "The worker cannot load " + method.entryPoint() + ", the entry point of " + method.signature()
                            + ". Its class path and module path are those of the pool's process, or what ProcessOptions.classPath(…) names. "
                            + e,
                    e);
        }
    }
}
