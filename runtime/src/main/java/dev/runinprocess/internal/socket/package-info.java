/**
 * Sockets between programs: who may come in, proven by a key that is never sent; and messages over sockets. Nothing here waits in a blocking call of a channel, since an interrupt would close it.
 */
@NullMarked
package dev.runinprocess.internal.socket;

import org.jspecify.annotations.NullMarked;
