/** Long tests, run by {@code mvn -Pstress verify}. */
@NullMarked
package dev.runinprocess.tests.stress;

import org.jspecify.annotations.NullMarked;
