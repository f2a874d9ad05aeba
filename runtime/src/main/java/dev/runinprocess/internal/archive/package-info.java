/** Shared archives of classes, which let children start sooner: made in the background, kept for the user, and never needed. */
@NullMarked
package dev.runinprocess.internal.archive;

import org.jspecify.annotations.NullMarked;
