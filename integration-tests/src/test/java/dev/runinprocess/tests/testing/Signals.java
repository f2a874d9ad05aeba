package dev.runinprocess.tests.testing;

import java.io.IOException;

/** Signals sent from outside, as a terminal, an operator or the kernel sends them. */
public final class Signals {
    private Signals() {}

    /** Sends a signal, such as {@code "KILL"}; a process that is gone meanwhile is no failure. */
    public static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-s", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending SIG" + signal, e);
        }
    }
}
