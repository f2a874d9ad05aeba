package dev.runinprocess;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.session.ExitActions;
import dev.runinprocess.internal.session.ParentState;
import dev.runinprocess.internal.session.ProcessContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** This process, and those around it. Safe for use by many threads. */
public final class Processes {
    private Processes() {}

    /** The process that asks. Python: {@code current_process()}. */
    public static CurrentProcess current() {
        return new CurrentProcess(ProcessContext.current().identity());
    }

    /** The process that started this one; empty in a program's first process. Python: {@code parent_process()}. */
    public static Optional<ParentProcess> parent() {
        ParentState state = ProcessContext.current().parent();
        return state == null ? Optional.empty() : Optional.of(new ParentProcess(state));
    }

    /** The children of this process that are alive, in no particular order; a copy. Python: {@code active_children()}. */
    public static List<ChildProcess<?>> activeChildren() {
        return ActiveChildren.list();
    }

    /** How many processors this JVM may use, at least one. Python: {@code cpu_count()}. */
    public static int cpuCount() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Registers an action for the orderly end of this process: its {@code main} and its non-daemon threads have ended, or it was told to exit or to terminate. Actions
     * run one after the other, by falling priority and, within one priority, the latest first; those of priority zero and above run
     * before this process's children are ended, the others after. Python: {@code multiprocessing.util.Finalize}.
     *
     * @throws IllegalStateException if this process is ending already
     */
    public static ExitAction atExit(int priority, Runnable action) {
        return new ExitAction(ExitActions.add(priority, Objects.requireNonNull(action, "action")));
    }

    /**
     * Settles what holds for this program and all processes below it.
     *
     * @throws IllegalStateException after the first launch, or the first lock or shared memory, or in a child
     */
    public static void configure(SessionOptions options) {
        ProcessContext.configure(options.settings());
    }

    /**
     * The library's own logger, {@code dev.runinprocess}. Its level in the JDK's logging goes along to children. Python:
     * {@code get_logger()}.
     */
    public static System.Logger logger() {
        return Log.logger();
    }
}
