/** What the tests of samples and documents share. */
@NullMarked
package dev.runinprocess.samples.testing;

import org.jspecify.annotations.NullMarked;
