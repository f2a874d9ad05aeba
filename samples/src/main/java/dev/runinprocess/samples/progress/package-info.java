/** What samples show of their progress to whoever watches a terminal. */
@NullMarked
package dev.runinprocess.samples.progress;

import org.jspecify.annotations.NullMarked;
