/** What tests of real child JVMs share: programs in the role of a parent, deadlines, and the proof that nothing is left behind. */
@NullMarked
package dev.runinprocess.tests.testing;

import org.jspecify.annotations.NullMarked;
