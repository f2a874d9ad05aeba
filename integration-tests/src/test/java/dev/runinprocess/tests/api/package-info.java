/** Each method of {@code ChildProcess}, {@code ProcessOptions}, {@code Output} and {@code Processes}, in good and in bad use. */
@NullMarked
package dev.runinprocess.tests.api;

import org.jspecify.annotations.NullMarked;
