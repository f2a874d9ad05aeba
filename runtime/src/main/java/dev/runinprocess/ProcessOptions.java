package dev.runinprocess;

import dev.runinprocess.internal.launch.JvmSpec;
import dev.runinprocess.internal.launch.LaunchSpec;
import dev.runinprocess.internal.launch.TaskSpec;
import dev.runinprocess.internal.pool.OpenPackages;
import dev.runinprocess.internal.pool.PoolWorker;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.link.StandbyMain;
import dev.runinprocess.link.TaskDefinition;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * The options of one launch. Immutable: each method returns a changed copy. What is not set here is as the method's
 * {@link RunInProcess} annotation says, and what that leaves open is as the method here says.
 */
public final class ProcessOptions {
    private static final ProcessOptions DEFAULTS =
            new ProcessOptions(LifeRules.DEFAULT, JvmChoice.DEFAULT, Surroundings.DEFAULT);
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]*[kKmMgGtT]?");
    private static final AtomicLong CHILDREN = new AtomicLong();
    private static final TaskDefinition WORKER =
            TaskDefinition.of("serve", PoolWorker.class, PoolWorker.SIGNATURE, PoolWorker.FINGERPRINT);

    private final LifeRules life;
    private final JvmChoice jvm;
    private final Surroundings around;

    private ProcessOptions(LifeRules life, JvmChoice jvm, Surroundings around) {
        this.life = life;
        this.jvm = jvm;
        this.around = around;
    }

    /** Nothing set. */
    public static ProcessOptions defaults() {
        return DEFAULTS;
    }

    /** Sets the child's name. By default the method's name and a number, such as {@code download-1}. */
    public ProcessOptions name(String name) {
        return with(new LifeRules(
                Optional.of(notEmpty(name, "name")),
                life.daemon(),
                life.timeout(),
                life.startTimeout(),
                life.grace(),
                life.parentDeath(),
                life.ignoresTerminalSignals()));
    }

    /** Sets whether the child is a daemon. By default as the process that starts it. */
    public ProcessOptions daemon(boolean daemon) {
        return with(new LifeRules(
                life.name(),
                daemon ? Daemon.YES : Daemon.NO,
                life.timeout(),
                life.startTimeout(),
                life.grace(),
                life.parentDeath(),
                life.ignoresTerminalSignals()));
    }

    /**
     * Sets how long the child may run, from its start; then it is asked to end, ended after its grace time, and {@code get} throws a
     * {@link dev.runinprocess.failure.ChildTimeoutException}. By default for ever.
     */
    public ProcessOptions timeout(Duration timeout) {
        return with(new LifeRules(
                life.name(),
                life.daemon(),
                Optional.of(positive(timeout, "timeout")),
                life.startTimeout(),
                life.grace(),
                life.parentDeath(),
                life.ignoresTerminalSignals()));
    }

    /**
     * Sets how long the child's JVM may take to reach its entry point; then it is killed, and {@code get} throws a
     * {@link dev.runinprocess.failure.ChildTimeoutException}. It is for the launcher that is no JVM and the JVM that hangs; by default 2 minutes. A child that waits for a
     * debugger has all the time it wants.
     */
    public ProcessOptions startTimeout(Duration limit) {
        return with(new LifeRules(
                life.name(),
                life.daemon(),
                life.timeout(),
                positive(limit, "startTimeout"),
                life.grace(),
                life.parentDeath(),
                life.ignoresTerminalSignals()));
    }

    /** Sets the time between a request to end and the end by force: at a timeout, and when this JVM shuts down. By default 5 s. */
    public ProcessOptions grace(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative: grace=" + grace);
        }
        return with(new LifeRules(
                life.name(),
                life.daemon(),
                life.timeout(),
                life.startTimeout(),
                grace,
                life.parentDeath(),
                life.ignoresTerminalSignals()));
    }

    /** Sets what the child does when this process dies. By default it ends. */
    public ProcessOptions parentDeath(ParentDeath policy) {
        Objects.requireNonNull(policy, "policy");
        return with(new LifeRules(
                life.name(),
                life.daemon(),
                life.timeout(),
                life.startTimeout(),
                life.grace(),
                policy,
                life.ignoresTerminalSignals()));
    }

    /**
     * Sets whether the child ignores SIGINT and SIGHUP, which a terminal sends to a parent and its children at once. By default it does, and the parent
     * decides; if not, it ends at them as any JVM does, with code 130 or 129.
     */
    public ProcessOptions ignoreTerminalSignals(boolean ignore) {
        return with(new LifeRules(
                life.name(),
                life.daemon(),
                life.timeout(),
                life.startTimeout(),
                life.grace(),
                life.parentDeath(),
                ignore));
    }

    /** Sets the {@code java} launcher. By default the one of the running JVM. */
    public ProcessOptions javaExecutable(Path launcher) {
        return with(jvm.withExecutable(launcher.toAbsolutePath()));
    }

    /** Sets the {@code java} launcher. By default the one of the running JVM. */
    public ProcessOptions javaExecutable(String launcher) {
        return javaExecutable(Path.of(launcher));
    }

    /** Sets the {@code java} launcher. By default the one of the running JVM. */
    public ProcessOptions javaExecutable(File launcher) {
        return javaExecutable(launcher.toPath());
    }

    /** Sets the maximum heap, as {@code -Xmx} takes it. By default the JVM's own choice, or less for a worker of a large pool; this JVM's limit is not inherited. */
    public ProcessOptions maxHeap(String size) {
        if (!SIZE.matcher(size).matches()) {
            throw new IllegalArgumentException(
                    "maxHeap must be a number of bytes, or one of k, m, g or t, such as 256m: maxHeap=" + size);
        }
        return with(jvm.withMaxHeap(size));
    }

    /** Adds a system property to those on this JVM's command line, which the child gets, too; those set at run time it does not. */
    public ProcessOptions systemProperty(String name, String value) {
        requireAssignable(name, "a system property");
        return with(jvm.withSystemProperties(plus(jvm.systemProperties(), name, value)));
    }

    /** Adds options for the child's JVM, after all others. */
    public ProcessOptions jvmArgs(String... arguments) {
        List<String> all = new ArrayList<>(jvm.arguments());
        all.addAll(List.of(arguments));
        return with(jvm.withArguments(List.copyOf(all)));
    }

    /**
     * Sets the class path, this library's jar included. By default this JVM's class path or module path; a method whose class was loaded by a container's
     * or plugin's class loader needs one.
     */
    public ProcessOptions classPath(List<Path> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("classPath must name this library's jar at least, and is empty");
        }
        return with(jvm.withClassPath(List.copyOf(entries)));
    }

    /** Sets how the child's JVM comes about. By default as {@link Processes#startMethod} says. */
    public ProcessOptions startMethod(StartMethod method) {
        return with(jvm.withStartMethod(Objects.requireNonNull(method, "method")));
    }

    /** Adds an environment variable to those of this process, which the child gets, too. */
    public ProcessOptions environment(String name, String value) {
        requireAssignable(name, "an environment variable");
        return with(new Surroundings(
                plus(around.environment(), name, value), around.workingDirectory(), around.stdout(), around.stderr()));
    }

    /** Sets the working directory. By default this process's. */
    public ProcessOptions workingDirectory(Path directory) {
        return with(new Surroundings(
                around.environment(), Optional.of(directory.toAbsolutePath()), around.stdout(), around.stderr()));
    }

    /** Sets where standard output goes. By default where this process's goes. */
    public ProcessOptions stdout(Output output) {
        Objects.requireNonNull(output, "output");
        return with(new Surroundings(around.environment(), around.workingDirectory(), output, around.stderr()));
    }

    /** Sets where standard error goes. By default where this process's goes. */
    public ProcessOptions stderr(Output output) {
        Objects.requireNonNull(output, "output");
        return with(new Surroundings(around.environment(), around.workingDirectory(), around.stdout(), output));
    }

    private ProcessOptions with(LifeRules changed) {
        return new ProcessOptions(changed, jvm, around);
    }

    private ProcessOptions with(JvmChoice changed) {
        return new ProcessOptions(life, changed, around);
    }

    private ProcessOptions with(Surroundings changed) {
        return new ProcessOptions(life, jvm, changed);
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Map<String, String> all = new LinkedHashMap<>(map);
        all.put(name, value);
        return all;
    }

    private static String notEmpty(String text, String what) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return text;
    }

    /** What follows the first {@code =} would be taken for the value. */
    private static void requireAssignable(String name, String what) {
        if (notEmpty(name, "The name of " + what).indexOf('=') >= 0) {
            throw new IllegalArgumentException("The name of " + what + " cannot contain '=': name=" + name);
        }
    }

    private static Duration positive(Duration duration, String what) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be positive: " + what + "=" + duration);
        }
        return duration;
    }

    /** These options over the annotation's attributes over the defaults. */
    LaunchSpec resolve(TaskDefinition definition) {
        List<String> arguments = new ArrayList<>(definition.jvmArgs());
        arguments.addAll(jvm.arguments());
        JvmSpec jvmSpec = new JvmSpec(
                jvm.executable(),
                jvm.maxHeap().or(definition::maxHeap),
                jvm.systemProperties(),
                arguments,
                1,
                jvm.classPath());
        TaskSpec task = new TaskSpec(
                qualifiedName(definition.signature()),
                definition.entryPoint(),
                definition.signature(),
                definition.fingerprint());
        return new LaunchSpec(
                task,
                life.name().or(definition::processName).orElseGet(() -> numbered(definition.methodName())),
                resolveDaemon(definition),
                life.parentDeath() == ParentDeath.OUTLIVE,
                life.ignoresTerminalSignals(),
                jvmSpec,
                around.environment(),
                around.workingDirectory(),
                around.stdout().target(),
                around.stderr().target(),
                life.timeout().or(definition::timeout),
                life.startTimeout(),
                life.grace(),
                standbyMain(definition.entryPoint()));
    }

    private Optional<Class<?>> standbyMain(Class<?> entryPoint) {
        boolean wanted = jvm.startMethod().orElseGet(Processes::startMethod) == StartMethod.STANDBY;
        return wanted && StandbyMain.runs(entryPoint) ? Optional.of(StandbyMain.class) : Optional.empty();
    }

    /** How long a task may take in a pool, if these say so. */
    Optional<Duration> taskTimeout() {
        return life.timeout();
    }

    /** How the workers of a pool are started, by their numbers. */
    IntFunction<LaunchSpec> forWorkers(String poolName, int workers) {
        if (life.parentDeath() == ParentDeath.OUTLIVE) {
            throw new IllegalArgumentException(
                    "Workers of a pool cannot outlive it: parentDeath=" + life.parentDeath());
        }
        List<String> opening = OpenPackages.options();
        return number -> jvmArgs(opening.toArray(String[]::new))
                .daemon(true)
                .name(poolName + "-worker-" + number)
                .resolve(WORKER)
                .forWorkerOf(workers);
    }

    /** {@code Transfers.download} of {@code Path Transfers.download(URI source, Path target)}. */
    private static String qualifiedName(String signature) {
        String beforeParameters = signature.substring(0, Math.max(0, signature.indexOf('(')));
        return beforeParameters.substring(beforeParameters.lastIndexOf(' ') + 1);
    }

    private static String numbered(String methodName) {
        return methodName + "-" + CHILDREN.incrementAndGet();
    }

    private boolean resolveDaemon(TaskDefinition definition) {
        return switch (life.daemon()) {
            case YES -> true;
            case NO -> false;
            case INHERIT ->
                definition
                        .daemon()
                        .orElseGet(() -> ProcessContext.current().identity().daemon());
        };
    }
}
