/** Queues between real processes, as long as nobody dies. */
@NullMarked
package dev.runinprocess.tests.queues;

import org.jspecify.annotations.NullMarked;
