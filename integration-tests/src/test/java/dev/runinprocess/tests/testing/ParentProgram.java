package dev.runinprocess.tests.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A main class to be run in a fresh JVM on this JVM's class path, in the role of a parent that may be killed. Its session's files go to a
 * directory of the test's own.
 */
public final class ParentProgram {
    private final Class<?> main;
    private final Path directory;
    private final List<String> wrapper = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> removed = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");

    private ParentProgram(Class<?> main, Path directory) {
        this.main = main;
        this.directory = directory;
    }

    /** A program whose session and shared directories are made in the directory given, which exists. */
    public static ParentProgram of(Class<?> main, Path directory) {
        return new ParentProgram(main, directory)
                .property("runinprocess.temporaryDirectory", directory)
                .property("runinprocess.sharedDirectory", directory)
                .option("-Xmx256m");
    }

    /** Adds a JVM option. */
    public ParentProgram option(String option) {
        options.add(option);
        return this;
    }

    /** Adds a system property. */
    public ParentProgram property(String name, Object value) {
        return option("-D" + name + "=" + value);
    }

    /** Adds a program argument. */
    public ParentProgram argument(Object argument) {
        arguments.add(argument.toString());
        return this;
    }

    /** Sets the class path, in place of this JVM's. */
    public ParentProgram classPath(String path) {
        classPath = path;
        return this;
    }

    /** Sets an environment variable. */
    public ParentProgram environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Removes an environment variable. */
    public ParentProgram withoutEnvironment(String name) {
        removed.add(name);
        return this;
    }

    /** Runs the JVM by a program, such as {@code prlimit}, that ends up being the JVM. */
    public ParentProgram by(String... command) {
        wrapper.addAll(List.of(command));
        return this;
    }

    /** Starts it. */
    public RunningProgram start() {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(removed);
        try {
            return RunningProgram.of(builder.start());
        } catch (IOException e) {
            throw new IllegalStateException("cannot start " + command, e);
        }
    }
}
