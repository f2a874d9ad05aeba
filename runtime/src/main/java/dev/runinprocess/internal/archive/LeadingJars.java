package dev.runinprocess.internal.archive;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars that a class path begins with. The JDK makes no archive of classes in directories, and takes one of jars only where the class path begins with them; what
 * follows is free.
 */
final class LeadingJars {
    private LeadingJars() {}

    /** Those before the first entry that is no file. */
    static List<File> of(String classPath) {
        List<File> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            File file = new File(entry);
            if (!file.isFile()) {
                break;
            }
            jars.add(file);
        }
        return jars;
    }
}
