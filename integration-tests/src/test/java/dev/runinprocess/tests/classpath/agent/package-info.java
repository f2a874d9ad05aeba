/** An agent, to be packaged in a jar of its own. */
package dev.runinprocess.tests.classpath.agent;
