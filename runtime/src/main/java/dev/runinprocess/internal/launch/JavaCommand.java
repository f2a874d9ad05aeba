package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.ChildFlags;
import dev.runinprocess.internal.session.SessionSettings;
import dev.runinprocess.internal.transport.ParentLink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A child's command line: {@code java @file main-class paths-of-the-link}. The file holds the options; the main class stays visible, since it
 * is what {@code ps} shows.
 */
final class JavaCommand {
    private JavaCommand() {}

    /** Writes the options' file and returns the command. */
    static List<String> write(LaunchSpec spec, ParentLink link, LaunchFiles files) {
        TargetLocation target =
                TargetLocation.of(spec.task().entryPoint(), spec.jvm().classPath());
        List<String> options = new ArrayList<>();
        options.addAll(ownOptions(files.crashLog()));
        options.addAll(InheritedArguments.ofThisJvm());
        options.addAll(DebugMode.options(spec.processName()));
        spec.jvm().maxHeap().ifPresent(heap -> options.add("-Xmx" + heap));
        spec.jvm().systemProperties().forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.addAll(target.options());
        options.addAll(spec.jvm().arguments());
        try {
            ArgumentFile.write(files.argumentFile(), options);
        } catch (IOException e) {
            throw new LaunchException(
                    "Cannot write the child's options to " + files.argumentFile() + ": " + e
                            + ". Free some space there, or name another place with -D"
                            + SessionSettings.TEMPORARY_DIRECTORY + "=….",
                    e);
        }
        List<String> command = new ArrayList<>();
        command.add(executable(spec.jvm()).toString());
        command.add("@" + files.argumentFile());
        command.addAll(target.main());
        command.add(link.childInputPath());
        command.add(link.childOutputPath());
        if (!spec.ignoresTerminalSignals()) {
            command.add(ChildFlags.TERMINAL_SIGNALS);
        }
        if (spec.outlivesParent()) {
            command.add(ChildFlags.OUTLIVES_PARENT);
        }
        return command;
    }

    /** No files of a dead child where nobody looks for them, and nothing of the JVM's own on standard output. */
    private static List<String> ownOptions(Path crashLog) {
        return List.of("-XX:-UsePerfData", "-XX:+DisplayVMOutputToStderr", "-XX:ErrorFile=" + crashLog);
    }

    private static Path executable(JvmSpec jvm) {
        return jvm.executable().orElseGet(() -> Path.of(System.getProperty("java.home", ""), "bin", "java"));
    }
}
