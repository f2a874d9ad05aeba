package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.LaunchSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * All that is to be known of a pool.
 *
 * @param name its name, which its threads and workers bear
 * @param workers how many at most
 * @param launch how the worker of a number is started
 * @param initializer what each worker does first
 * @param maxTasksPerWorker after how many calls a worker is replaced; 0 for never
 * @param memoryLimitBytes above what resident size a worker is replaced; 0 for none
 * @param idleLimit how long a worker may have nothing to do; empty for ever
 * @param queueBound how many calls may wait for a worker; 0 for any number
 * @param retries how often an idempotent call is done again after its worker died
 * @param timeout how long a call may take that does not say so itself
 * @param interruptGrace how long a call has to end once it was interrupted
 */
public record PoolSpec(
        String name,
        int workers,
        IntFunction<LaunchSpec> launch,
        Optional<PoolCall> initializer,
        int maxTasksPerWorker,
        long memoryLimitBytes,
        Optional<Duration> idleLimit,
        int queueBound,
        int retries,
        Optional<Duration> timeout,
        Duration interruptGrace) {}
