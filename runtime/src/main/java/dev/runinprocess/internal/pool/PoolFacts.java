package dev.runinprocess.internal.pool;

import java.util.List;

/**
 * What is known of a pool at a moment.
 *
 * @param waiting how many calls wait for any worker
 * @param unfinished how many calls have no answer
 * @param done how many calls were answered by workers
 * @param deaths how many workers ended in the middle of a call, or before they were ready
 * @param workers its workers
 */
public record PoolFacts(int waiting, long unfinished, long done, long deaths, List<WorkerFacts> workers) {}
