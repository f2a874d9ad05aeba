/** What users read when something is wrong: the catalogue of messages, and the only way to the compiler's log. */
@NullMarked
package dev.runinprocess.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
