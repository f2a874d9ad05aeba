/** Programs whose annotated methods are in somebody else's jar. */
package dev.runinprocess.tests.classpath.user;
