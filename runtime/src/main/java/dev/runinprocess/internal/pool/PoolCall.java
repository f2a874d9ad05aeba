package dev.runinprocess.internal.pool;

import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.TaskDefinition;
import java.time.Duration;
import java.util.Optional;

/**
 * A call as its caller bound it.
 *
 * @param definition whose
 * @param task with what arguments
 * @param timeout how long it may take, if it says so
 * @param idempotent whether it may be done again after its worker died
 */
public record PoolCall(TaskDefinition definition, BoundTask<?> task, Optional<Duration> timeout, boolean idempotent) {}
