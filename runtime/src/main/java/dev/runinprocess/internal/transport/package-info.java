/** Frames over FIFOs: how each side opens its ends without ever blocking, and how frames are read and written whole. */
@NullMarked
package dev.runinprocess.internal.transport;

import org.jspecify.annotations.NullMarked;
