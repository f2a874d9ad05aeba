package dev.runinprocess.internal.child;

/** Where a JVM that was started ahead gets its task from. */
public interface TaskSource {
    /**
     * Loads the task of an entry point.
     *
     * @throws ReflectiveOperationException if there is no such class, or it is no entry point
     */
    ChildTask task(String entryPoint) throws ReflectiveOperationException;
}
