/**
 * What will be generated, as values: if a model exists, its source can be written. Elements are gone here, but for the
 * one that each file originates from.
 */
@NullMarked
package dev.runinprocess.processor.model;

import org.jspecify.annotations.NullMarked;
