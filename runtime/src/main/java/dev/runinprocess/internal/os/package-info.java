/** Facts about the platform that the JDK does not tell, or tells at a cost. */
@NullMarked
package dev.runinprocess.internal.os;

import org.jspecify.annotations.NullMarked;
