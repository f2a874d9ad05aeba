package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.failure.LaunchException;

/** A program that asks for a property which cannot be written in its locale. */
public final class Unencodable {
    private Unencodable() {}

    /** Prints why its launch was refused. */
    public static void main(String[] args) {
        try {
            LookLauncher.call(1)
                    .options(ProcessOptions.defaults().systemProperty("city", "K\u00f6ln"))
                    .start();
        } catch (LaunchException e) {
            System.out.println(e.getMessage());
        }
    }
}
