/** What CPython's test suite of {@code multiprocessing} asserts, as behaviour of this library; the other topics' tests carry such ids, too. */
@NullMarked
package dev.runinprocess.tests.conformance;

import org.jspecify.annotations.NullMarked;
