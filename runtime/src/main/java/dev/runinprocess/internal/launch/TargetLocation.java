package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.LaunchException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a child's JVM finds the entry point.
 *
 * @param options class path, module path and the like
 * @param main what follows them: the main class, or what loads it
 */
record TargetLocation(List<String> options, List<String> main) {
    private static final String CLASS_PATH = "--class-path=";

    /**
     * The way for one entry point.
     *
     * @throws LaunchException if its class comes from a loader that a new JVM has not
     */
    static TargetLocation of(Class<?> entryPoint, List<Path> classPath) {
        String name = entryPoint.getName();
        if (!classPath.isEmpty()) {
            return new TargetLocation(List.of(CLASS_PATH + joined(classPath)), List.of(name));
        }
        ClassLoader loader = entryPoint.getClassLoader();
        if (isInEveryJvm(loader)) {
            return ofApplication(entryPoint.getModule(), name);
        }
        if (loader != null && SpringBootArchive.isReadBy(loader)) {
            List<String> options = new ArrayList<>(SpringBootArchive.options(entryPoint));
            options.add(CLASS_PATH + OptionPaths.absoluteList(System.getProperty("java.class.path", "")));
            return new TargetLocation(options, List.of(SpringBootArchive.launcher(loader)));
        }
        throw new LaunchException(
                "The child's JVM cannot find " + name + ": it was loaded by " + described(loader)
                        + ", not by the application's class loader. Name the jars and directories it needs, this library's among them, with ProcessOptions.classPath(…).");
    }

    /**
     * The way to the main class of a JVM that is started ahead, which loads entry points itself.
     *
     * @param opening module and package of these, if they are in a module
     */
    static TargetLocation ofSpare(Class<?> main, LaunchSpec pattern, String opening) {
        TargetLocation target = of(main, pattern.jvm().classPath());
        Module own = main.getModule();
        List<String> options = new ArrayList<>(target.options());
        options.add(LastSlotAccess.option(own));
        if (!opening.isEmpty()) {
            options.add("--add-modules=" + opening.substring(0, opening.indexOf('/')));
            options.add("--add-opens=" + opening + "=" + (own.isNamed() ? own.getName() : "ALL-UNNAMED"));
        }
        return new TargetLocation(options, target.main());
    }

    private static String described(@Nullable ClassLoader loader) {
        String name = loader == null ? null : loader.getName();
        return name == null ? String.valueOf(loader) : "'" + name + "' (" + loader + ")";
    }

    private static String joined(List<Path> classPath) {
        List<String> entries = new ArrayList<>();
        for (Path path : classPath) {
            String entry = path.toAbsolutePath().toString();
            if (entry.contains(File.pathSeparator)) {
                throw new LaunchException("A class path cannot hold " + entry + ": '" + File.pathSeparator
                        + "' is what separates its entries. Rename the file or a directory above it.");
            }
            entries.add(entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    /** The application's loader, and those that it asks first: an option can put one of the application's own in its place, and add to the JDK's. */
    private static boolean isInEveryJvm(@Nullable ClassLoader loader) {
        ClassLoader known = ClassLoader.getSystemClassLoader();
        while (known != null && known != loader) {
            known = known.getParent();
        }
        return known == loader;
    }

    private static TargetLocation ofApplication(Module module, String name) {
        List<String> options = new ArrayList<>();
        String modulePath = System.getProperty("jdk.module.path");
        if (modulePath != null) {
            options.add("--module-path=" + OptionPaths.absoluteList(modulePath));
        }
        String mainModule = System.getProperty("jdk.module.main");
        if (mainModule != null) {
            options.add("--add-modules=" + mainModule);
        } else if (module.isNamed()) {
            // As for a main class on the class path, which sees more of the JDK's modules than the target's module
            // requires.
            options.add("--add-modules=ALL-DEFAULT");
        }
        String classPath = System.getProperty("java.class.path", "");
        if (!module.isNamed() || !classPath.isEmpty()) {
            options.add(CLASS_PATH + OptionPaths.absoluteList(classPath));
        }
        return new TargetLocation(
                options, module.isNamed() ? List.of("-m", module.getName() + "/" + name) : List.of(name));
    }
}
