package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.protocol.SpareLimits;
import dev.runinprocess.internal.protocol.StartRules;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.session.Session;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that cannot be changed of a JVM after its start. A launch takes a JVM of its own kind.
 *
 * @param jvm how it is started, system properties included
 * @param environment variables on top of this process's
 * @param workingDirectory where it runs
 * @param ignoresTerminalSignals whether SIGINT and SIGHUP leave it alone
 * @param stdout where the operating system sends its standard output
 * @param stderr where the operating system sends its standard error
 * @param opening the package of a module whose entry points it can load; empty on the class path
 * @param preload the classes that it has initialised
 * @param surroundings what of this process its command line depends on
 */
record SpareKind(
        JvmSpec jvm,
        Map<String, String> environment,
        Optional<Path> workingDirectory,
        boolean ignoresTerminalSignals,
        Redirect stdout,
        Redirect stderr,
        String opening,
        List<String> preload,
        List<String> surroundings) {
    private static final List<String> PROPERTIES = List.of(
            "java.home", "java.class.path", "jdk.module.path", "jdk.module.main", PrivateOptions.AGENTS_PROPERTY);

    /** The kind that a launch may take; null if it needs a JVM that is started for it. */
    static @Nullable SpareKind of(LaunchSpec spec, Session session) {
        StartRules rules = ProcessContext.current().startRules();
        Class<?> main = spec.standby().orElse(null);
        if (main == null || isForOneOnly(spec) || isElsewhere(spec, main) || allowsNone(rules.spares())) {
            return null;
        }
        return new SpareKind(
                spec.jvm(),
                spec.environment(),
                spec.workingDirectory(),
                spec.ignoresTerminalSignals(),
                ChildStreams.redirectOfStdout(spec),
                ChildStreams.redirectOfStderr(spec),
                opening(spec, main),
                rules.preload(),
                surroundings(session));
    }

    /** A file, a port or a mark on the command line that belongs to one launch; or somebody who waits for the JVM's first instruction. */
    private static boolean isForOneOnly(LaunchSpec spec) {
        return spec.outlivesParent()
                || spec.stdout() instanceof StreamTarget.ToFile
                || spec.stderr() instanceof StreamTarget.ToFile
                || DebugMode.makesWait(spec)
                || spec.jvm().arguments().stream().anyMatch(PrivateOptions::contain);
    }

    /** The entry point was loaded by a class loader that a new JVM has not. */
    private static boolean isElsewhere(LaunchSpec spec, Class<?> main) {
        return spec.jvm().classPath().isEmpty() && spec.task().entryPoint().getClassLoader() != main.getClassLoader();
    }

    private static boolean allowsNone(SpareLimits limits) {
        return limits.perKind() == 0 || limits.total() == 0;
    }

    private static String opening(LaunchSpec spec, Class<?> main) {
        Class<?> entryPoint = spec.task().entryPoint();
        Module module = entryPoint.getModule();
        boolean ownWorld = !spec.jvm().classPath().isEmpty();
        return ownWorld || !module.isNamed() || module == main.getModule()
                ? ""
                : module.getName() + "/" + entryPoint.getPackageName();
    }

    private static List<String> surroundings(Session session) {
        String[] values = new String[PROPERTIES.size() + 1];
        for (int i = 0; i < PROPERTIES.size(); i++) {
            values[i] = System.getProperty(PROPERTIES.get(i), "");
        }
        values[PROPERTIES.size()] = session.directory().toString();
        return List.of(values);
    }
}
