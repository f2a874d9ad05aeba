package dev.runinprocess.tests.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/** Class files for children that have another class path than their parent. */
public final class ClassFiles {
    private ClassFiles() {}

    /** This JVM's class path. */
    public static List<Path> ownClassPath() {
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry));
        }
        return entries;
    }

    /** The entry of this JVM's class path that a class was loaded from. */
    public static Path originOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** The bytes of a class of this JVM. */
    public static byte[] bytesOf(Class<?> type) {
        try (InputStream in = type.getResourceAsStream("/" + fileOf(type.getName()))) {
            return Objects.requireNonNull(in, type.getName()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a class file where a class path with that directory on it finds it. */
    public static void write(Path directory, String className, byte[] bytes) {
        Path file = directory.resolve(fileOf(className));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles a class into a directory. */
    public static void compile(Path directory, String className, String source) {
        Path file = directory.resolve(fileOf(className).replace(".class", ".java"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", directory.toString(), file.toString());
        if (code != 0) {
            throw new AssertionError("javac refuses: " + source);
        }
    }

    private static String fileOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
