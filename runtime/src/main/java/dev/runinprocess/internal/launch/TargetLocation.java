package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.LaunchException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child's JVM finds the entry point.
 *
 * @param options class path, module path and the like
 * @param main what follows them: the main class, or what loads it
 */
record TargetLocation(List<String> options, List<String> main) {
    private static final String SPRING_BOOT_LOADER = "org.springframework.boot.loader.";
    private static final String SPRING_BOOT_PROPERTIES_LAUNCHER = "PropertiesLauncher";

    /**
     * The way for one entry point.
     *
     * @throws LaunchException if its class comes from a loader that a new JVM has not
     */
    static TargetLocation of(Class<?> entryPoint, List<Path> classPath) {
        String name = entryPoint.getName();
        if (!classPath.isEmpty()) {
            List<String> entries = classPath.stream()
                    .map(path -> path.toAbsolutePath().toString())
                    .toList();
            return new TargetLocation(List.of("-cp", String.join(File.pathSeparator, entries)), List.of(name));
        }
        ClassLoader loader = entryPoint.getClassLoader();
        if (loader == ClassLoader.getSystemClassLoader()) {
            return ofApplication(entryPoint.getModule(), name);
        }
        if (loader != null && loader.getClass().getName().startsWith(SPRING_BOOT_LOADER)) {
            return ofSpringBoot(loader.getClass().getPackageName(), name);
        }
        throw new LaunchException(
                "The child's JVM cannot find " + name + ": it was loaded by " + loader
                        + ", not by the application's class loader. Name the jars and directories it needs, this library's among them, with ProcessOptions.classPath(…).");
    }

    private static TargetLocation ofApplication(Module module, String name) {
        List<String> options = new ArrayList<>();
        String modulePath = System.getProperty("jdk.module.path");
        if (modulePath != null) {
            options.addAll(List.of("--module-path", absolute(modulePath)));
        }
        String classPath = System.getProperty("java.class.path", "");
        String mainModule = System.getProperty("jdk.module.main");
        if (module.isNamed()) {
            if (!classPath.isEmpty()) {
                options.addAll(List.of("-cp", absolute(classPath)));
            }
            if (mainModule != null && !mainModule.equals(module.getName())) {
                options.addAll(List.of("--add-modules", mainModule));
            }
            return new TargetLocation(options, List.of("-m", module.getName() + "/" + name));
        }
        if (mainModule != null) {
            options.addAll(List.of("--add-modules", mainModule));
        }
        options.addAll(List.of("-cp", absolute(classPath)));
        return new TargetLocation(options, List.of(name));
    }

    /** The launcher inside the executable jar reads the class to run from a property. */
    private static TargetLocation ofSpringBoot(String loaderPackage, String name) {
        String launcher = loaderPackage + "." + SPRING_BOOT_PROPERTIES_LAUNCHER;
        List<String> options =
                List.of("-cp", absolute(System.getProperty("java.class.path", "")), "-Dloader.main=" + name);
        return new TargetLocation(options, List.of(launcher));
    }

    /** The child may have another working directory; an empty entry means the present one. */
    private static String absolute(String path) {
        List<String> entries = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            entries.add(new File(entry).getAbsolutePath());
        }
        return String.join(File.pathSeparator, entries);
    }
}
