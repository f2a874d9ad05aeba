/** Programs whose processes would start each other without end. */
@NullMarked
package dev.runinprocess.tests.recursion;

import org.jspecify.annotations.NullMarked;
