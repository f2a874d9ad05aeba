package dev.runinprocess.tests.classpath;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Makes jars. */
final class Jars {
    private Jars() {}

    /** Makes a jar of the contents of directories and other jars, as shading does, with attributes in its manifest. */
    static Path make(Path jar, Map<String, String> attributes, Path... contents) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        Set<String> written = new HashSet<>(Set.of("META-INF/MANIFEST.MF"));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path content : contents) {
                if (Files.isDirectory(content)) {
                    add(content, out, written);
                } else {
                    try (FileSystem inner = FileSystems.newFileSystem(content)) {
                        add(inner.getPath("/"), out, written);
                    }
                }
            }
        }
        return jar;
    }

    private static void add(Path root, JarOutputStream out, Set<String> written) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString();
            if (written.add(name)) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
