package dev.runinprocess.link;

import dev.runinprocess.internal.child.ChildTask;
import dev.runinprocess.internal.child.SpareRun;
import dev.runinprocess.internal.child.TaskSource;
import java.lang.reflect.Constructor;

/** The main class of a JVM that is started ahead of its task: that is one of many entry points, of which it learns later. */
public final class StandbyMain {
    private StandbyMain() {}

    /**
     * Waits for a task and runs it. For this library's own launches only.
     *
     * @throws Throwable what the task threw, after the parent was told; the JVM prints it and exits with code 1
     */
    public static void main(String[] args) throws Throwable {
        SpareRun.run(new EntryPoints(), args);
    }

    /** Whether it can run what a main class does by itself. Generated entry points it can. */
    public static boolean runs(Class<?> main) {
        return EntryPoint.class.isAssignableFrom(main) || ChildTask.class.isAssignableFrom(main);
    }

    /** Entry points by the names of their classes. */
    private static final class EntryPoints implements TaskSource {
        @Override
        public ChildTask task(String entryPoint) throws ReflectiveOperationException {
            Class<?> type = Class.forName(entryPoint, true, StandbyMain.class.getClassLoader());
            Constructor<?> constructor = type.getDeclaredConstructor();
            // Generated classes are no more public than the methods they belong to.
            constructor.setAccessible(true);
            Object made = constructor.newInstance();
            return made instanceof ChildTask task ? task : ChildMain.taskOf((EntryPoint<?>) made);
        }
    }
}
