/**
 * Values to bytes and back, without reflection: {@link dev.runinprocess.codec.Codec} is the extension point,
 * {@link dev.runinprocess.codec.Codecs} holds the built-in ones.
 */
@NullMarked
package dev.runinprocess.codec;

import org.jspecify.annotations.NullMarked;
