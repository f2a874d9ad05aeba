package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.archive.Archives;
import dev.runinprocess.internal.protocol.ChildFlags;
import dev.runinprocess.internal.session.Session;
import dev.runinprocess.internal.transport.ParentLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A child's command line: {@code java @file main-class paths-of-the-link session-directory}. The file holds the options; the main class stays visible, since it
 * is what {@code ps} shows.
 */
final class JavaCommand {
    /**
     * With the collectors of small machines and containers, Serial and Parallel, a JVM compiles counted loops to code that it cannot stop before
     * their end, and a JVM that cannot stop its threads cannot end: a task that computes would outlive its parent, or a polite request to end, by seconds.
     * All other collectors have this setting by themselves.
     */
    private static final List<String> STOPPABLE_LOOPS =
            List.of("-XX:+UseCountedLoopSafepoints", "-XX:LoopStripMiningIter=1000");

    private JavaCommand() {}

    /** Writes the options' file and returns the command. */
    static List<String> write(
            LaunchSpec spec, TargetLocation target, Session session, ParentLink link, LaunchFiles files) {
        List<String> options = options(spec, target, files.crashLog());
        List<String> known = new ArrayList<>(EnvironmentOptions.reachChild(spec.environment()));
        known.addAll(options);
        List<String> share = share(spec, known);
        known.addAll(MachineShare.archivable(share));
        List<String> all = new ArrayList<>(archive(spec, known, target, files));
        all.addAll(share);
        all.addAll(options);
        ArgumentFile.write(files.argumentFile(), all);
        List<String> command = new ArrayList<>();
        command.add(executable(spec.jvm()).toString());
        command.add("@" + files.argumentFile());
        command.addAll(target.main());
        command.add(link.childInputPath());
        command.add(link.childOutputPath());
        command.add(session.directory().toString());
        if (!spec.ignoresTerminalSignals()) {
            command.add(ChildFlags.TERMINAL_SIGNALS);
        }
        if (spec.outlivesParent()) {
            command.add(ChildFlags.OUTLIVES_PARENT);
        }
        if (LastSlotAccess.isGiven(options, spec.environment())) {
            command.add(ChildFlags.EXIT_FRAME);
        }
        return command;
    }

    /** The user's own JVM may be of any kind, and a main class in a module is in no archive. */
    private static List<String> archive(LaunchSpec spec, List<String> known, TargetLocation target, LaunchFiles files) {
        if (spec.jvm().executable().isPresent() || target.main().size() != 1) {
            return List.of();
        }
        return Archives.options(known, target.main().get(0), files.classList());
    }

    /** What a JVM other than HotSpot understands is not for us to say. */
    private static List<String> share(LaunchSpec spec, List<String> known) {
        return spec.jvm().executable().isPresent() || !isHotSpot()
                ? List.of()
                : MachineShare.options(spec.jvm().sharers(), known);
    }

    /** What comes later prevails: the launch over what was inherited, the user's own words over all. */
    private static List<String> options(LaunchSpec spec, TargetLocation target, Path crashLog) {
        JvmSpec jvm = spec.jvm();
        List<String> options = new ArrayList<>(ownOptions(crashLog));
        List<String> inherited = InheritedArguments.ofThisJvm();
        options.addAll(jvm.classPath().isEmpty() ? inherited : ModuleOptions.withoutApplication(inherited));
        options.addAll(DebugMode.options(spec.processName()));
        jvm.maxHeap().ifPresent(heap -> options.add("-Xmx" + heap));
        jvm.systemProperties().forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.addAll(target.options());
        options.addAll(OptionText.joined(jvm.arguments()));
        return Repetitions.removed(options);
    }

    /** No files of a dead child where nobody looks for them, and nothing of the JVM's own on standard output. */
    private static List<String> ownOptions(Path crashLog) {
        List<String> options = new ArrayList<>(
                List.of("-XX:-UsePerfData", "-XX:+DisplayVMOutputToStderr", "-XX:ErrorFile=" + crashLog));
        if (isHotSpot()) {
            options.addAll(STOPPABLE_LOOPS);
        }
        return options;
    }

    private static boolean isHotSpot() {
        return System.getProperty("java.vm.name", "").contains("Server VM");
    }

    /** The launcher, which is the one of the running JVM unless another is chosen. */
    static Path executable(JvmSpec jvm) {
        return jvm.executable().orElseGet(() -> Path.of(System.getProperty("java.home", ""), "bin", "java"));
    }
}
