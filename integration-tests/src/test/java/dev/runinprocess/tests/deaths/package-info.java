/** Processes that die, at any instruction, while they have or wait for what they share with others. */
@NullMarked
package dev.runinprocess.tests.deaths;

import org.jspecify.annotations.NullMarked;
