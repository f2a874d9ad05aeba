/** What the processor's tests have in common: compilers, and the programs that they make. */
@NullMarked
package dev.runinprocess.processor.testing;

import org.jspecify.annotations.NullMarked;
