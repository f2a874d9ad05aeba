/** Pipes, connections, and waiting for several of them. */
@NullMarked
package dev.runinprocess.tests.pipes;

import org.jspecify.annotations.NullMarked;
