package dev.runinprocess.tests.classpath.program.deep.inside;

import dev.runinprocess.RunInProcess;

/** A class with another one inside, in a package two levels below. */
public final class Outer {
    private Outer() {}

    /** The class inside. */
    public static final class Nested {
        private Nested() {}

        /** What a user of the library calls. */
        public static int cubeInAChild(int number) throws Exception {
            return CubeLauncher.invoke(number);
        }

        @RunInProcess
        static int cube(int number) {
            return number * number * number;
        }
    }
}
