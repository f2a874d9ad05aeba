package dev.runinprocess.internal.pool;

import dev.runinprocess.link.TaskDefinition;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The methods that a pool was given calls of. Safe for use by many threads. */
final class PoolMethods {
    private final ConcurrentHashMap<Class<?>, PoolMethod> byEntryPoint = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    PoolMethod of(PoolCall call) {
        TaskDefinition definition = call.definition();
        PoolMethod known = byEntryPoint.get(definition.entryPoint());
        return known == null
                ? byEntryPoint.computeIfAbsent(
                        definition.entryPoint(),
                        type -> new PoolMethod(
                                numbers.getAndIncrement(),
                                definition,
                                call.task().result()))
                : known;
    }
}
