/** Tests of what samples show of their progress. */
@NullMarked
package dev.runinprocess.samples.progress;

import org.jspecify.annotations.NullMarked;
