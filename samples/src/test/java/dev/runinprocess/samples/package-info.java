/** The tests of the samples, and of the documents that show parts of them. */
@NullMarked
package dev.runinprocess.samples;

import org.jspecify.annotations.NullMarked;
