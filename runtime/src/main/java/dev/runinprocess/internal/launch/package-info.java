/** The parent's side of a child: its command line, its start, its output, its end. */
@NullMarked
package dev.runinprocess.internal.launch;

import org.jspecify.annotations.NullMarked;
