package dev.runinprocess;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.launch.InlineChild;
import dev.runinprocess.internal.launch.LaunchSpec;
import dev.runinprocess.internal.pool.PoolSpec;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link ProcessPool} that is yet to be started. For one thread; may start several pools. */
public final class ProcessPoolBuilder {
    private static final AtomicLong POOLS = new AtomicLong();
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(1);

    private int workers = Processes.cpuCount();
    private @Nullable String name;
    private ProcessOptions options = ProcessOptions.defaults();
    private @Nullable Call<?> initializer;
    private int maxTasksPerChild;
    private long memoryLimitBytes;
    private @Nullable Duration idleShutdown;
    private int queueBound;
    private int retries;
    private @Nullable Duration timeout;
    private Duration interruptGrace = DEFAULT_GRACE;

    ProcessPoolBuilder() {}

    /**
     * Sets how many workers there are. By default as many as this process may use processors. The more there are, the smaller the part of the machine that each JVM is started with: heaps, collector threads and compiler threads of all
     * together fit into it, as far as {@link #options} do not say otherwise.
     */
    public ProcessPoolBuilder workers(int number) {
        workers = positive(number, "workers");
        return this;
    }

    /** Sets the pool's name, which its workers and threads bear. By default {@code pool} and a number. */
    public ProcessPoolBuilder name(String poolName) {
        if (poolName.isEmpty()) {
            throw new IllegalArgumentException("name must not be empty");
        }
        name = poolName;
        return this;
    }

    /**
     * Sets how the workers' JVMs are started, and where their output goes. The name is the pool's; the timeout is that of a task, as {@link #timeout}; and workers are always daemons that
     * end with this process.
     */
    public ProcessPoolBuilder options(ProcessOptions workerOptions) {
        options = Objects.requireNonNull(workerOptions, "workerOptions");
        return this;
    }

    /**
     * Sets what each worker does before its first task. If it fails in three workers in a row, and in none between, the pool ends with a
     * {@link dev.runinprocess.failure.PoolBrokenException} that says why.
     */
    public ProcessPoolBuilder initializer(Call<?> call) {
        initializer = Objects.requireNonNull(call, "call");
        return this;
    }

    /** Sets after how many tasks a worker is replaced by a fresh one. By default never. */
    public ProcessPoolBuilder maxTasksPerChild(int tasks) {
        maxTasksPerChild = positive(tasks, "maxTasksPerChild");
        return this;
    }

    /**
     * Sets how much memory a worker may have in use: its resident size, heap and all. It is looked at after tasks, a few times a second; a worker that has more is replaced by a fresh one. By default any.
     * So it is for workers that grow from task to task, and ends none that runs: what one task may take is a matter of {@link ProcessOptions#maxHeap}, in {@link #options}.
     * Does nothing where the system does not tell, which is everywhere but on Linux.
     */
    public ProcessPoolBuilder memoryLimit(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("memoryLimit must be positive: memoryLimit=" + bytes);
        }
        memoryLimitBytes = bytes;
        return this;
    }

    /** Sets after how long a worker that has nothing to do ends. It is started again when there is work for it. By default never. */
    public ProcessPoolBuilder idleShutdown(Duration limit) {
        idleShutdown = positive(limit, "idleShutdown");
        return this;
    }

    /**
     * Sets how many tasks may wait for a worker; who submits another waits for room, and if he is interrupted there, the task is rejected. By default any number. What is given to a pool in chunks is
     * taken a chunk at a time.
     */
    public ProcessPoolBuilder queueBound(int tasks) {
        queueBound = positive(tasks, "queueBound");
        return this;
    }

    /** Sets how often a task whose call is {@linkplain Call#idempotent idempotent} is done again after its worker died in the middle of it. By default never. */
    public ProcessPoolBuilder retries(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("retries must not be negative: retries=" + times);
        }
        retries = times;
        return this;
    }

    /**
     * Sets how long a task may take; a call's own {@linkplain ProcessOptions#timeout timeout} and the annotation's come first. By default for ever. The time begins when a worker that has nothing else to do is
     * given the task: not while it waits for one, but also where the worker does not come to it, because it is stopped, say; such a worker is replaced. A task whose time is over fails with a {@link dev.runinprocess.failure.TaskTimeoutException} at once, and its work is ended as {@link PoolTask#cancel} ends it.
     */
    public ProcessPoolBuilder timeout(Duration limit) {
        timeout = positive(limit, "timeout");
        return this;
    }

    /** Sets how long a task has to end once it was interrupted, before its worker is ended. By default 1 s. What the worker then has is {@link ProcessOptions#grace}. */
    public ProcessPoolBuilder interruptGrace(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("interruptGrace must not be negative: interruptGrace=" + grace);
        }
        interruptGrace = grace;
        return this;
    }

    /**
     * Starts the pool with all its workers. Returns as soon as the operating system has their processes.
     *
     * @throws LaunchException if one cannot be started; those that were are ended. Also where {@code -Druninprocess.inline} asks for everything to be done in this process: what a pool promises needs
     *     processes that can be ended
     */
    public ProcessPool start() {
        if (InlineChild.isWanted()) {
            throw new LaunchException(
                    "-D" + InlineChild.PROPERTY
                            + " runs launches in this process, but the workers of a pool are always processes of their own. Leave the property out, or start the methods without a pool while you debug.");
        }
        return new ProcessPool(spec());
    }

    private PoolSpec spec() {
        String poolName = name == null ? "pool-" + POOLS.incrementAndGet() : name;
        IntFunction<LaunchSpec> launch = options.forWorkers(poolName, workers);
        return new PoolSpec(
                poolName,
                workers,
                launch,
                Optional.ofNullable(initializer).map(Call::forPool),
                maxTasksPerChild,
                memoryLimitBytes,
                Optional.ofNullable(idleShutdown),
                queueBound,
                retries,
                Optional.ofNullable(timeout).or(options::taskTimeout),
                interruptGrace);
    }

    private static Duration positive(Duration duration, String what) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be positive: " + what + "=" + duration);
        }
        return duration;
    }

    private static int positive(int number, String what) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " must be positive: " + what + "=" + number);
        }
        return number;
    }
}
