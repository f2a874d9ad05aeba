package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unnamed package, named modules, and packages that shadow {@code java.lang}. */
class UnusualPlacesTest {
    @Test
    void unnamedPackage_withTypesNamedLikeOurs_compiles() {
        CompiledProgram program = Javac.program(
                """
                import dev.runinprocess.RunInProcess;
                import java.util.List;

                final class Work {
                    @RunInProcess
                    static ChildProcess work(Call call, Codecs codecs, List<JobCodec> jobs) {
                        return new ChildProcess(call);
                    }

                    @RunInProcess
                    static Path path(java.nio.file.Path path) {
                        return new Path(path);
                    }

                    static Object use() throws Exception {
                        return WorkLauncher.with().call(new Call(1)).codecs(null).jobs(List.of()).invoke();
                    }
                }
                """,
                "record Call(int a) {}",
                "record ChildProcess(Call call) {}",
                "record Codecs(Job job) {}",
                "record Job(int a) {}",
                "record JobCodec(Job job) {}",
                "record Path(java.nio.file.Path path) {}");

        assertThat(program.generatedSources()).containsKeys("WorkLauncher.java", "WorkEntryPoint.java");
    }

    @Test
    void commentWithSeparatorsOfLines_staysAComment() {
        CompiledProgram program = Javac.program("""
                package p;

                import dev.runinprocess.RunInProcess;

                final class Work {
                    /**
                     * Works.
                     *
                     * @param text all that%s separates%slines%ssomewhere%s
                     */
                    @RunInProcess
                    static void work(String text) {}
                }
                """.formatted('\u2028', '\u2029', '\u0085', '\u000b'));

        assertThat(program.generatedSources().get("p/WorkLauncher.java")).contains("@param text all that");
    }

    @Test
    void packageThatShadowsJavaLang_compiles() {
        CompiledProgram program = Javac.program(
                """
                package p;

                final class Work {
                    @dev.runinprocess.RunInProcess
                    static java.lang.String work(java.lang.String text, Integer number, String string) {
                        return text;
                    }
                }
                """,
                "package p; record String(int a) {}",
                "package p; record Integer(int a) {}",
                "package p; record Void(int a) {}",
                "package p; record Throwable(int a) {}",
                "package p; @interface Override {}",
                "package p; @interface SafeVarargs {}",
                "package p; class Objects {}");

        assertThat(program.generatedSources()).containsKey("p/WorkLauncher.java");
    }

    @Test
    void module_withoutJavaCompiler_getsNoStamp(@TempDir Path directory) throws IOException {
        assertThat(launcherInModule("", directory))
                .contains("class WorkLauncher")
                .doesNotContain("@Generated");
    }

    @Test
    void module_withJavaCompilerForItselfAlone_getsNoStamp(@TempDir Path directory) throws IOException {
        assertThat(launcherInModule("requires static java.compiler;", directory))
                .doesNotContain("@Generated");
    }

    @Test
    void module_thatPassesJavaCompilerOn_getsTheStamp(@TempDir Path directory) throws IOException {
        assertThat(launcherInModule("requires static transitive java.compiler;", directory))
                .contains("@Generated");
    }

    private static String launcherInModule(String directive, Path directory) throws IOException {
        Path module = directory.resolve("module-info.java");
        Files.writeString(module, "module m { requires transitive dev.runinprocess; exports p; " + directive + " }");
        Path work = directory.resolve("Work.java");
        Files.writeString(work, """
                package p;

                import dev.runinprocess.RunInProcess;
                import dev.runinprocess.Transferable;

                /** Work. */
                public final class Work {
                    private Work() {}

                    /** A job. */
                    @Transferable
                    public record Job(int number) {}

                    /** Works. */
                    @RunInProcess
                    public static int work(Job job) {
                        return job.number();
                    }
                }
                """);
        String classPath = System.getProperty("java.class.path");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        classPath,
                        "--processor-path",
                        classPath,
                        "-d",
                        directory.toString(),
                        module.toString(),
                        work.toString());
        assertThat(result).isZero();
        return Files.readString(directory.resolve("p/WorkLauncher.java"));
    }
}
