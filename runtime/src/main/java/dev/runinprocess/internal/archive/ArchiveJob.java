package dev.runinprocess.internal.archive;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What an archive is of.
 *
 * @param key changes with the JDK, with the options, and with the jars: their paths, sizes and times
 * @param options that it is made with
 * @param jars whose classes it has
 */
record ArchiveJob(String key, List<String> options, List<String> jars) {
    private static final String FORMAT = "1";
    private static final int KEY_BYTES = 16;

    static ArchiveJob of(List<File> jars, List<String> options) {
        List<String> paths = new ArrayList<>();
        StringBuilder all = new StringBuilder(FORMAT);
        for (String property : new String[] {"java.home", "java.vm.name", "java.vm.version", "os.arch"}) {
            all.append('\n').append(System.getProperty(property));
        }
        for (String option : options) {
            all.append('\n').append(option);
        }
        for (File jar : jars) {
            paths.add(jar.getPath());
            all.append('\n').append(jar.getPath());
            all.append('\n').append(jar.length()).append(' ').append(jar.lastModified());
        }
        return new ArchiveJob(digest(all.toString()), options, paths);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The same from scratch, to see whether a jar has changed. */
    ArchiveJob again() {
        List<File> files = new ArrayList<>();
        for (String jar : jars) {
            files.add(new File(jar));
        }
        return of(files, options);
    }

    String classPath() {
        return String.join(File.pathSeparator, jars);
    }
}
