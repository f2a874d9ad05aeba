package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.session.Session;
import dev.runinprocess.internal.transport.ParentLink;
import java.io.IOException;
import java.util.List;

/**
 * A JVM that was started, with what belongs to it.
 *
 * @param process its process
 * @param link its control link
 * @param files its files
 * @param output what it writes
 */
record ChildJvm(Process process, ParentLink link, LaunchFiles files, JvmOutput output) {
    /**
     * Starts one.
     *
     * @throws LaunchException if that fails; nothing is left behind
     */
    static ChildJvm start(LaunchSpec spec, TargetLocation target, Session session) {
        LaunchFiles files = LaunchFiles.in(session);
        ParentLink link = openLink(session);
        Process process = null;
        try {
            process = startProcess(spec, JavaCommand.write(spec, target, session, link, files));
            return new ChildJvm(process, link, files, JvmOutput.of(process, spec));
        } catch (RuntimeException | Error e) {
            if (process != null) {
                // There is no thread for what it writes.
                process.destroyForcibly();
            }
            link.close();
            files.deleteAll();
            throw e;
        }
    }

    private static ParentLink openLink(Session session) {
        try {
            return ParentLink.create(session.fifos());
        } catch (IOException e) {
            throw new LaunchException(
                    "Cannot make the control link to the child in " + session.directory() + ": " + e.getMessage(), e);
        }
    }

    private static Process startProcess(LaunchSpec spec, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        spec.workingDirectory().ifPresent(directory -> builder.directory(directory.toFile()));
        EnvironmentOptions.adapt(builder.environment());
        builder.environment().putAll(spec.environment());
        ChildStreams.redirect(spec, builder);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LaunchException(
                    "Cannot start the JVM of child process '" + spec.processName() + "': " + e.getMessage()
                            + ". Check the launcher (ProcessOptions.javaExecutable), the working directory, the files that its output "
                            + "goes to, and the limits on processes and memory.",
                    e);
        }
    }

    /** Ends it, whatever it does, and clears up behind it. */
    void abandon() {
        process.destroyForcibly();
        link.close();
        files.deleteAll();
    }
}
