/** The programs that the tests package in many ways: they depend on the JDK and the library alone. */
package dev.runinprocess.tests.classpath.program;
