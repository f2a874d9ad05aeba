/** One exception type for each thing that a caller would do differently, with the facts as accessors. */
@NullMarked
package dev.runinprocess.failure;

import org.jspecify.annotations.NullMarked;
