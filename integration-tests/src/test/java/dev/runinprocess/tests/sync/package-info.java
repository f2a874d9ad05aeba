/** Locks and meeting points between real processes, as long as nobody dies. */
@NullMarked
package dev.runinprocess.tests.sync;

import org.jspecify.annotations.NullMarked;
