package dev.runinprocess.tests.classpath.program;

/** What an annotated method needs of its own package. */
final class Multiplication {
    private Multiplication() {}

    static int of(int a, int b) {
        return a * b;
    }
}
