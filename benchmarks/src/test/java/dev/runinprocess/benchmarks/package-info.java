/** Tests of what surrounds a measurement. None measures. */
@NullMarked
package dev.runinprocess.benchmarks;

import org.jspecify.annotations.NullMarked;
