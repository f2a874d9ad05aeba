/** Part of the programs. */
package dev.runinprocess.tests.classpath.program.deep.inside;
