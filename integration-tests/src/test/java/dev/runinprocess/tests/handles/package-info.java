/** Handles of what processes share, on their way from one process to another. */
@NullMarked
package dev.runinprocess.tests.handles;

import org.jspecify.annotations.NullMarked;
