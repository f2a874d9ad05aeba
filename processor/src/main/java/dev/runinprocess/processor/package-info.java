/**
 * The annotation processor: {@link dev.runinprocess.processor.RunInProcessProcessor} turns elements into models
 * ({@code read}), models into source ({@code write}), and mistakes into messages ({@code diagnostics}).
 */
@NullMarked
package dev.runinprocess.processor;

import org.jspecify.annotations.NullMarked;
