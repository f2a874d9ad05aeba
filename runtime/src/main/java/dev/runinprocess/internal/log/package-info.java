/** The library's logger, and the way of its level to a child. */
@NullMarked
package dev.runinprocess.internal.log;

import org.jspecify.annotations.NullMarked;
