/** Shared memory: files that are mapped, and what lies in them. */
@NullMarked
package dev.runinprocess.internal.shm;

import org.jspecify.annotations.NullMarked;
