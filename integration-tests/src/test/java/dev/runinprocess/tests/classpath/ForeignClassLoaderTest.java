package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.user.PluginHost;
import dev.runinprocess.tests.testing.JavaProgram;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods whose class comes from a loader that a new JVM has not, as with containers and plugins. */
final class ForeignClassLoaderTest {
    private static final String PLUGIN = """
            package plugin;

            import dev.runinprocess.ProcessOptions;
            import dev.runinprocess.RunInProcess;
            import dev.runinprocess.failure.LaunchException;
            import java.nio.file.Path;
            import java.util.List;

            public final class Plugin {
                public static String launch(List<Path> classPath) throws Exception {
                    ProcessOptions options = ProcessOptions.defaults();
                    if (!classPath.isEmpty()) {
                        options = options.classPath(classPath);
                    }
                    try {
                        return GreetLauncher.call("child").options(options).await();
                    } catch (LaunchException e) {
                        return e.getMessage();
                    }
                }

                @RunInProcess
                static String greet(String name) {
                    return "hello, " + name;
                }
            }
            """;

    @TempDir
    Path directory;

    private Path plugin;

    @BeforeEach
    void plugin() throws Exception {
        plugin = Javac.of(directory.resolve("sources"))
                .source("plugin/Plugin.java", PLUGIN)
                .options("-cp", ProgramFiles.library().toString())
                .to(directory.resolve("plugin"));
    }

    @Test
    void loaderBelowTheApplications_isRefusedWithTheRemedy_whichWorks() throws Exception {
        assertThat(host("application", ProgramFiles.library())).satisfies(ForeignClassLoaderTest::isRefusedThenWorks);
    }

    @Test
    void loaderApartFromTheApplications_withALibraryOfItsOwn_isRefusedWithTheRemedy_whichWorks() throws Exception {
        assertThat(host("platform", directory)).satisfies(ForeignClassLoaderTest::isRefusedThenWorks);
    }

    private String host(String parent, Path onItsClassPath) throws Exception {
        Path user = ProgramFiles.copyPackage(PluginHost.class, directory.resolve("user"));
        return JavaProgram.in(directory)
                .with("-cp", user + File.pathSeparator + onItsClassPath, PluginHost.class.getName())
                .with(parent, "plugin.Plugin", plugin + File.pathSeparator + ProgramFiles.library())
                .run();
    }

    private static void isRefusedThenWorks(String stdout) {
        assertThat(stdout.lines().toList())
                .satisfiesExactly(
                        refusal -> assertThat(refusal)
                                .startsWith("without: The child's JVM cannot find plugin.GreetEntryPoint")
                                .contains("'plugins'")
                                .contains("ProcessOptions.classPath"),
                        greeting -> assertThat(greeting).isEqualTo("with: hello, child"));
    }
}
