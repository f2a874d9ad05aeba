package dev.runinprocess.internal.launch;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/**
 * An executable archive of Spring Boot, packed or unpacked: its class loader reads jars inside a jar. The archive's own launcher starts what its manifest
 * names; the other launcher that each archive has starts what a property names.
 */
final class SpringBootArchive {
    private static final String LOADER = "org.springframework.boot.loader.";
    private static final String LAUNCHER = ".PropertiesLauncher";
    private static final String WEB_ARCHIVE = "WEB-INF/";
    private static final String WEB_ARCHIVE_PATH = "WEB-INF/classes,WEB-INF/lib,WEB-INF/lib-provided";

    private SpringBootArchive() {}

    /** Whether a class loader is such an archive's, of the present releases or of those before 3.2. */
    static boolean isReadBy(ClassLoader loader) {
        return loader.getClass().getName().startsWith(LOADER);
    }

    static String launcher(ClassLoader loader) {
        return loader.getClass().getPackageName() + LAUNCHER;
    }

    /** What tells the launcher to run an entry point. */
    static List<String> options(Class<?> entryPoint) {
        List<String> options = new ArrayList<>();
        options.add("-Dloader.main=" + entryPoint.getName());
        // Where relative paths start; by default the working directory, and the child may have another.
        addUnlessSet(options, "loader.home", System.getProperty("user.dir", ""));
        if (isInWebArchive(entryPoint)) {
            addUnlessSet(options, "loader.path", WEB_ARCHIVE_PATH);
        }
        return options;
    }

    private static void addUnlessSet(List<String> options, String property, String value) {
        if (System.getProperty(property) == null) {
            options.add("-D" + property + "=" + value);
        }
    }

    private static boolean isInWebArchive(Class<?> entryPoint) {
        CodeSource source = entryPoint.getProtectionDomain().getCodeSource();
        return source != null
                && source.getLocation() != null
                && source.getLocation().toString().contains(WEB_ARCHIVE);
    }
}
