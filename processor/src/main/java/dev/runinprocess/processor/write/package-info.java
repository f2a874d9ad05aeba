/** Models to source. Nothing is decided here but wording and layout. */
@NullMarked
package dev.runinprocess.processor.write;

import org.jspecify.annotations.NullMarked;
