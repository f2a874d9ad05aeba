/**
 * Locks and meeting points between processes: {@code java.util.concurrent} with the threads in several JVMs. Each is a small handle on shared memory; passed
 * to another process of the session, it is the same lock there. All survive the death of any process at any instruction.
 */
@NullMarked
package dev.runinprocess.sync;

import org.jspecify.annotations.NullMarked;
