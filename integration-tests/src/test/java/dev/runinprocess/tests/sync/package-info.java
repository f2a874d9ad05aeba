/** Locks and meeting points between real processes. */
@NullMarked
package dev.runinprocess.tests.sync;

import org.jspecify.annotations.NullMarked;
