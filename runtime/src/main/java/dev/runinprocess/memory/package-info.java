/**
 * Memory that several processes have in common: {@link dev.runinprocess.memory.SharedMemory} is bytes, the arrays and the list lie in such
 * bytes. All of it can be handed to a child process, which then sees the same memory, and not a copy.
 */
@NullMarked
package dev.runinprocess.memory;

import org.jspecify.annotations.NullMarked;
