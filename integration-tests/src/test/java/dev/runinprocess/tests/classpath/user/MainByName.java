package dev.runinprocess.tests.classpath.user;

import java.util.Arrays;

/** A program that runs another one's main method, whose class it does not know when it is compiled. */
public final class MainByName {
    private MainByName() {}

    /** Takes the name of the class and then its arguments. */
    public static void main(String[] args) throws Exception {
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }
}
