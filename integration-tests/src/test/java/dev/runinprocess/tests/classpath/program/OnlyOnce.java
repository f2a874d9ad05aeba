package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.RunInProcess;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program whose main method fails if it runs anywhere a second time. */
public final class OnlyOnce {
    private OnlyOnce() {}

    /** Takes a file that does not exist yet. */
    public static void main(String[] args) throws Exception {
        Files.createFile(Path.of(args[0]));
        System.out.println("SPAWN -> " + TimesTwoLauncher.invoke(21));
    }

    @RunInProcess
    static int timesTwo(int number) {
        return 2 * number;
    }
}
