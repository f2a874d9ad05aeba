/** What goes along when one process of a tree is ended: its children, the programs it started, and who is spared. */
@NullMarked
package dev.runinprocess.tests.trees;

import org.jspecify.annotations.NullMarked;
