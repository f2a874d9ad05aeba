/** Pools of worker processes. */
@NullMarked
package dev.runinprocess.tests.pool;

import org.jspecify.annotations.NullMarked;
