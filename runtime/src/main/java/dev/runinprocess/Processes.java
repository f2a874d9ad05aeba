package dev.runinprocess;

import dev.runinprocess.internal.launch.Spares;
import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.session.ExitActions;
import dev.runinprocess.internal.session.ParentState;
import dev.runinprocess.internal.session.ProcessContext;
import java.util.Arrays;
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
     * How children start where a launch does not say: as the last {@link #setStartMethod} here, or else as in this process's parent; in a tree's first process as the system
     * property {@code runinprocess.startMethod} says, or else {@link StartMethod#SPAWN}. Python: {@code get_start_method()}.
     */
    public static StartMethod startMethod() {
        return ProcessContext.current().startRules().standby() ? StartMethod.STANDBY : StartMethod.SPAWN;
    }

    /** Sets how children start from now on, and their children, where a launch does not say. Python: {@code set_start_method(…, force=True)}. */
    public static void setStartMethod(StartMethod method) {
        boolean standby = Objects.requireNonNull(method, "method") == StartMethod.STANDBY;
        ProcessContext.changeStartRules(rules -> rules.withStandby(standby));
    }

    /**
     * Sets the classes that are initialised in each JVM that is started ahead, see {@link StartMethod#STANDBY}, here and in processes below, from now on. It is for classes that take their time: the first task
     * finds them ready. What such a class prints comes at the beginning of the child's output, and until there is a task it cannot launch, nor can a thread that it starts. If one cannot be initialised, the
     * library's logger says why, and launches spawn. Python: {@code set_forkserver_preload}.
     */
    public static void preload(Class<?>... classes) {
        preload(Arrays.stream(classes).map(Class::getName).toList());
    }

    /**
     * As {@link #preload(Class...)}, by the classes' binary names. Nothing is loaded here.
     *
     * @throws IllegalArgumentException if there is no class of such a name
     */
    public static void preload(List<String> classes) {
        List<String> names = List.copyOf(classes);
        names.forEach(PreloadedNames::require);
        ProcessContext.changeStartRules(rules -> rules.withPreload(names));
    }

    /** How many JVMs this process has started ahead that wait for a task now. Does not block. */
    public static int spares() {
        return Spares.ready();
    }

    /**
     * The library's own logger, {@code dev.runinprocess}. Its level in the JDK's logging goes along to children. Python:
     * {@code get_logger()}.
     */
    public static System.Logger logger() {
        return Log.logger();
    }
}
