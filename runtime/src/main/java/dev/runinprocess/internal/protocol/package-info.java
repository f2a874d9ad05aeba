/** The frames that parent and child exchange, and their bytes. No I/O. */
@NullMarked
package dev.runinprocess.internal.protocol;

import org.jspecify.annotations.NullMarked;
