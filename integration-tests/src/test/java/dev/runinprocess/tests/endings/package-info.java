/** One test class for each way in which a child can end; {@code docs/failure-modes.md} lists them. */
@NullMarked
package dev.runinprocess.tests.endings;

import org.jspecify.annotations.NullMarked;
