/** Elements to models, or to problems: all that can be wrong with a user's code is found here. */
@NullMarked
package dev.runinprocess.processor.read;

import org.jspecify.annotations.NullMarked;
