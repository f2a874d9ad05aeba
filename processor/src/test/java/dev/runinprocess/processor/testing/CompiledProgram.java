package dev.runinprocess.processor.testing;

import java.util.Map;
import java.util.SortedMap;

/** A program as a compiler made it: its classes, loaded, and the sources that were generated for it. */
public final class CompiledProgram {
    private final SortedMap<String, String> generatedSources;
    private final Map<String, byte[]> classes;
    private final ClassLoader loader;

    CompiledProgram(SortedMap<String, String> generatedSources, Map<String, byte[]> classes) {
        this.generatedSources = generatedSources;
        this.classes = classes;
        this.loader = new MemoryClassLoader(classes);
    }

    /** The generated sources by the names of their files, such as {@code p/DownloadLauncher.java}. */
    public SortedMap<String, String> generatedSources() {
        return generatedSources;
    }

    /** The class files, by binary name. */
    public Map<String, byte[]> classFiles() {
        return classes;
    }

    /** A class of the program, by its binary name. */
    public Class<?> type(String binaryName) {
        try {
            return loader.loadClass(binaryName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(binaryName + " was not compiled", e);
        }
    }

    private static final class MemoryClassLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryClassLoader(Map<String, byte[]> classes) {
            super(CompiledProgram.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
