package dev.runinprocess.internal.child;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The initialisation of classes before there is a task that needs them. */
final class Preloading {
    private Preloading() {}

    /**
     * Initialises classes by their names.
     *
     * @return what went wrong; empty if nothing did
     */
    static String run(List<String> classes) {
        for (String name : classes) {
            try {
                Class.forName(name, true, Preloading.class.getClassLoader());
            } catch (ClassNotFoundException | RuntimeException | Error e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace, true));
                return "The class " + name + ", which is to be initialised ahead, cannot be: "
                        + trace.toString().strip();
            }
        }
        return "";
    }
}
