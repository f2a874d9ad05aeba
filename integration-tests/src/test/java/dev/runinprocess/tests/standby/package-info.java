/** Children in JVMs that were started ahead of them, and what becomes of those that wait. */
@NullMarked
package dev.runinprocess.tests.standby;

import org.jspecify.annotations.NullMarked;
