package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.Processes;
import dev.runinprocess.failure.LaunchException;

/** A program whose Java home has no launcher, as it is in a JVM that another program has embedded. */
public final class WithoutLauncher {
    private WithoutLauncher() {}

    /** Takes the Java home. Prints what works, and why the launch does not. */
    public static void main(String[] args) {
        System.setProperty("java.home", args[0]);
        System.out.println("current: " + Processes.current().isAlive());
        System.out.println("new: " + LookLauncher.process(1));
        try {
            LookLauncher.start(1);
        } catch (LaunchException e) {
            System.out.println("start: " + e.getMessage());
        }
    }
}
