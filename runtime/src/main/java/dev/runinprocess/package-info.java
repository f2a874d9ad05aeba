/**
 * What users type: {@link dev.runinprocess.RunInProcess} marks a method, the generated launcher starts it, and
 * {@link dev.runinprocess.ChildProcess} is the handle to the child JVM that runs it.
 */
@NullMarked
package dev.runinprocess;

import org.jspecify.annotations.NullMarked;
