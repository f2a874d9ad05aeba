package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/** A program that prints what its child, or the last of a chain of children, sees of its own start. */
public final class Look {
    private Look() {}

    /** Takes the options of the launch as words of the form {@code option=value}. */
    public static void main(String[] args) throws Exception {
        ProcessOptions options = ProcessOptions.defaults();
        int generations = 1;
        for (String arg : args) {
            int end = arg.indexOf('=');
            String value = arg.substring(end + 1);
            switch (arg.substring(0, end)) {
                case "generations" -> generations = Integer.parseInt(value);
                case "workingDirectory" -> options = options.workingDirectory(Path.of(value));
                case "jvmArg" -> options = options.jvmArgs(value);
                case "property" -> {
                    int name = value.indexOf('=');
                    options = options.systemProperty(value.substring(0, name), value.substring(name + 1));
                }
                case "classPath" ->
                    options = options.classPath(Arrays.stream(value.split(File.pathSeparator))
                            .map(Path::of)
                            .toList());
                default -> throw new IllegalArgumentException(arg);
            }
        }
        LookLauncher.call(generations).options(options).await().print();
    }

    @RunInProcess
    static ChildView look(int generations) throws Exception {
        return generations == 1
                ? ChildView.ofThisProcess()
                : LookLauncher.call(generations - 1)
                        .options(ProcessOptions.defaults()
                                .systemProperty("generation", Integer.toString(generations))
                                .jvmArgs("--add-opens", "java.base/java.util=ALL-UNNAMED", "-Xmx64m"))
                        .await();
    }
}
