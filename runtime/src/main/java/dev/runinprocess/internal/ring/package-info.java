/** Messages through shared memory, in one direction: a ring of bytes with an end to write at and one to read at, each for any threads of any processes. */
@NullMarked
package dev.runinprocess.internal.ring;

import org.jspecify.annotations.NullMarked;
