/** A pool of worker processes: who does which call when, what becomes of the calls of the dead, and the worker's own side of it. */
@NullMarked
package dev.runinprocess.internal.pool;

import org.jspecify.annotations.NullMarked;
