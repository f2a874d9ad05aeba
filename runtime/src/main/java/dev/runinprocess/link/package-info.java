/**
 * The contract that generated launchers and entry points compile against. Changes here break code that was generated
 * earlier, so this package is the slowest to change. User code has no business here.
 */
@NullMarked
package dev.runinprocess.link;

import org.jspecify.annotations.NullMarked;
