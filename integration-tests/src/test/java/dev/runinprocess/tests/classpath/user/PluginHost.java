package dev.runinprocess.tests.classpath.user;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program that loads a class by a loader of its own, as containers do, and asks it to launch. */
public final class PluginHost {
    private PluginHost() {}

    /** Takes what is the loader's parent, the name of the class, and the class path that the loader has. */
    public static void main(String[] args) throws Exception {
        ClassLoader parent = args[0].equals("application")
                ? PluginHost.class.getClassLoader()
                : ClassLoader.getPlatformClassLoader();
        List<Path> classPath =
                Arrays.stream(args[2].split(File.pathSeparator)).map(Path::of).toList();
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        // Not closed: the library in it has work to do until this JVM ends.
        @SuppressWarnings("resource")
        ClassLoader loader = new URLClassLoader("plugins", urls, parent);
        Class<?> plugin = loader.loadClass(args[1]);
        System.out.println("without: " + launch(plugin, List.of()));
        System.out.println("with: " + launch(plugin, classPath));
    }

    private static Object launch(Class<?> plugin, List<Path> classPath) throws Exception {
        return plugin.getMethod("launch", List.class).invoke(null, classPath);
    }
}
