/** The child's side: the handshake, the task, the report, the way out. Runs in a cold JVM, so it is written in plain Java: no lambdas, no streams, no formatting; see {@code docs/architecture.md}. */
@NullMarked
package dev.runinprocess.internal.child;

import org.jspecify.annotations.NullMarked;
