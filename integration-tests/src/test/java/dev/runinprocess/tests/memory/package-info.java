/** Memory that processes share: what each sees of the others, and what is left when one dies. */
@NullMarked
package dev.runinprocess.tests.memory;

import org.jspecify.annotations.NullMarked;
