package dev.runinprocess;

/** The names of classes that are to be initialised elsewhere, and not here. */
final class PreloadedNames {
    private PreloadedNames() {}

    /** Finds the class file and leaves it alone: to load a class, even without initialising it, shows in this process. */
    static void require(String name) {
        String file = name.replace('.', '/') + ".class";
        ClassLoader loader = PreloadedNames.class.getClassLoader();
        if (loader.getResource(file) == null) {
            throw new IllegalArgumentException(
                    "There is no class " + name
                            + " where children look for it: on the class path or module path, by its binary name, such as java.util.Map$Entry.");
        }
    }
}
