package dev.runinprocess.tests.endings;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.LaunchException;

/** A program that launches one child and prints what came of it. */
final class LaunchingProgram {
    private LaunchingProgram() {}

    @RunInProcess
    static String greet(String name) {
        return "hello, " + name;
    }

    public static void main(String[] args) throws Exception {
        ChildProcess<String> process = GreetLauncher.process("world");
        try {
            System.out.println("result " + process.start().get());
        } catch (LaunchException e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
