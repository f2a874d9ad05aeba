package dev.runinprocess.tests.classpath.program;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a process sees of its own start. */
record ChildView(
        List<String> options, List<String> modules, Map<String, String> properties, Map<String, String> environment) {
    static ChildView ofThisProcess() {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        return new ChildView(
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                ModuleLayer.boot().modules().stream()
                        .map(Module::getName)
                        .sorted()
                        .toList(),
                properties,
                new TreeMap<>(System.getenv()));
    }

    /** One fact a line. */
    void print() {
        for (String entry : properties.getOrDefault("java.class.path", "").split(File.pathSeparator, -1)) {
            System.out.println("entry " + entry);
        }
        options.forEach(option -> System.out.println("option " + option));
        modules.forEach(module -> System.out.println("module " + module));
        new TreeMap<>(properties)
                .forEach((name, value) -> System.out.println("property " + name + "=" + value.replace('\n', ' ')));
        environment.forEach(
                (name, value) -> System.out.println("environment " + name + "=" + value.replace('\n', ' ')));
    }
}
