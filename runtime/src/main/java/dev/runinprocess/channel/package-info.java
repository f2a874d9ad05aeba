/**
 * Ways for values between processes: queues, pipes and connections. What is in one is in shared memory, so a process that put something in may end at once; and what a process was
 * doing when it died leaves every way whole.
 */
@NullMarked
package dev.runinprocess.channel;

import org.jspecify.annotations.NullMarked;
