/**
 * A course in small programs. Read and run them in the order of their numbers, each with
 * {@code mvn -q -pl samples -am compile exec:exec -Dsample=}<i>class name</i>. Each says what it teaches and what you should
 * see, and a test compares that with what it prints.
 */
@NullMarked
package dev.runinprocess.samples;

import org.jspecify.annotations.NullMarked;
