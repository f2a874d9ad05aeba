package dev.runinprocess.internal.session;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The locked directories of this JVM. The list stands in a system property, not in a field: two copies of the library in one JVM,
 * in two class loaders, must know of each other's.
 */
final class OwnDirectories {
    private static final String PROPERTY = "runinprocess.internal.directories";
    private static final String SEPARATOR = "\n";

    private OwnDirectories() {}

    static void add(Path directory) {
        Properties properties = System.getProperties();
        synchronized (properties) {
            properties.setProperty(PROPERTY, properties.getProperty(PROPERTY, "") + directory + SEPARATOR);
        }
    }

    static void remove(Path directory) {
        Properties properties = System.getProperties();
        synchronized (properties) {
            String list = properties.getProperty(PROPERTY, "");
            properties.setProperty(PROPERTY, list.replace(directory + SEPARATOR, ""));
        }
    }

    static boolean contains(Path directory) {
        return (SEPARATOR + System.getProperty(PROPERTY, "")).contains(SEPARATOR + directory + SEPARATOR);
    }
}
