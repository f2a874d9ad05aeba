package dev.runinprocess.benchmarks;

/** Another way to do in Java what a row measures. */
public interface JavaPeer {
    /** Its name in the row's line, one word. */
    String name();

    /** What it is, with its version. */
    String description();

    /** Does and counts the same as {@link Row#measure}, in a fresh process, too. */
    void measure(Run run) throws Exception;
}
