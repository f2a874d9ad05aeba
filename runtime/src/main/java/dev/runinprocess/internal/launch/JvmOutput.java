package dev.runinprocess.internal.launch;

import org.jspecify.annotations.Nullable;

/**
 * What of a JVM's output comes through this process, read from the JVM's start on.
 *
 * @param stdout standard output, if it does
 * @param stderr standard error, if it does
 */
record JvmOutput(@Nullable StreamPump stdout, @Nullable StreamPump stderr) {
    /** Starts reading. */
    static JvmOutput of(Process process, LaunchSpec spec) {
        StreamPump stdout = null;
        StreamPump stderr = null;
        if (ChildStreams.redirectOfStdout(spec).equals(ProcessBuilder.Redirect.PIPE)) {
            stdout = StreamPump.start("runinprocess-stdout-" + spec.processName(), process.getInputStream());
        }
        if (ChildStreams.redirectOfStderr(spec).equals(ProcessBuilder.Redirect.PIPE)) {
            stderr = StreamPump.start("runinprocess-stderr-" + spec.processName(), process.getErrorStream());
        }
        return new JvmOutput(stdout, stderr);
    }
}
