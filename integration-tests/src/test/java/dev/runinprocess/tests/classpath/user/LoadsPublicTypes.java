package dev.runinprocess.tests.classpath.user;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A program that initialises every class of the library's exported packages, wherever it was told to find the library. */
public final class LoadsPublicTypes {
    private static final String CLASS_FILE = ".class";

    private LoadsPublicTypes() {}

    /** Takes the library's jar or directory of classes. */
    public static void main(String[] args) throws Exception {
        ModuleReference library =
                ModuleFinder.of(Path.of(args[0])).find("dev.runinprocess").orElseThrow();
        for (String name : exportedClasses(library)) {
            Class<?> type = Class.forName(name);
            System.out.println(type.getModule() + ": " + name);
        }
    }

    private static List<String> exportedClasses(ModuleReference module) throws Exception {
        List<String> folders = module.descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .map(name -> name.replace('.', '/') + "/")
                .toList();
        try (ModuleReader reader = module.open()) {
            return reader.list()
                    .filter(file -> file.endsWith(CLASS_FILE) && !file.endsWith("package-info.class"))
                    .filter(file -> folders.contains(file.substring(0, file.lastIndexOf('/') + 1)))
                    .map(file -> file.substring(0, file.length() - CLASS_FILE.length())
                            .replace('/', '.'))
                    .collect(Collectors.toList());
        }
    }
}
