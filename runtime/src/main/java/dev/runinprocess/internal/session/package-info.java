/** Who this process is, the directory it shares with its tree of processes, and the sweeping of what dead trees left behind. */
@NullMarked
package dev.runinprocess.internal.session;

import org.jspecify.annotations.NullMarked;
