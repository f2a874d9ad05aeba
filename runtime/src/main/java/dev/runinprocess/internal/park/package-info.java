/** Waiting across processes: spin, then park until a bell rings; and the locks that survive their holder. */
@NullMarked
package dev.runinprocess.internal.park;

import org.jspecify.annotations.NullMarked;
