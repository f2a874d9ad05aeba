/** One class for each row of the comparison. */
@NullMarked
package dev.runinprocess.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
