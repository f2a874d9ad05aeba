package dev.runinprocess.tests.classpath.agent;

/** An agent that adds its argument to a system property each time that it is loaded. */
public final class RollCall {
    private RollCall() {}

    /** Called by the JVM before the program's main method. */
    public static void premain(String argument) {
        System.setProperty("agents", System.getProperty("agents", "") + argument + ";");
    }
}
