/** How programs are packaged and started in real life, and what their children get of it. */
@NullMarked
package dev.runinprocess.tests.classpath;

import org.jspecify.annotations.NullMarked;
