/** Measurements side by side with other ways to use processes. Start at {@link dev.runinprocess.benchmarks.Compare}. */
@NullMarked
package dev.runinprocess.benchmarks;

import org.jspecify.annotations.NullMarked;
