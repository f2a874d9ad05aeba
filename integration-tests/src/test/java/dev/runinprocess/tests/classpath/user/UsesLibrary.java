package dev.runinprocess.tests.classpath.user;

import dev.runinprocess.tests.classpath.program.Squares;
import dev.runinprocess.tests.classpath.program.deep.inside.Outer;

/** A program that starts children without an annotated method of its own. */
public final class UsesLibrary {
    private UsesLibrary() {}

    /** Prints one line: its argument and what the children computed. */
    public static void main(String[] args) throws Exception {
        System.out.println(args[0] + " -> " + Squares.ofOneToThree() + " " + Outer.Nested.cubeInAChild(3));
    }
}
