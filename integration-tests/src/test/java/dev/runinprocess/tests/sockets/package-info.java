/** Listeners and their clients in different processes: Python's rows, and what happens when somebody dies. */
@NullMarked
package dev.runinprocess.tests.sockets;

import org.jspecify.annotations.NullMarked;
