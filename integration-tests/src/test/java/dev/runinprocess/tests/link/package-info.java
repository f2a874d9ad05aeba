/** The control link between parent and child: what goes over it, what stays off everything else, and what a child loads to speak it. */
@NullMarked
package dev.runinprocess.tests.link;

import org.jspecify.annotations.NullMarked;
