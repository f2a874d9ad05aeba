package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.program.Look;
import dev.runinprocess.tests.classpath.program.OnlyOnce;
import dev.runinprocess.tests.classpath.program.Squares;
import dev.runinprocess.tests.classpath.program.Unencodable;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.JavaProgram;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs started by {@code java -cp}. The rows of the command line have a pool of five workers; three children at once, each with a callback, show
 * the same of how a program is started.
 */
final class ClassPathTest {
    private static final String SQUARES = "SPAWN -> [1, 4, 9]\n";

    @TempDir
    Path directory;

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_basic_script")
    @Conformance("MultiProcessingCmdLineMixin.test_module_in_package")
    void directoryOfClasses_isTheChildsToo() throws Exception {
        Path classes = ProgramFiles.copyPackage(Squares.class, directory.resolve("classes"));

        assertThat(program()
                        .with("-cp", path(classes, ProgramFiles.library()), Squares.class.getName(), "SPAWN")
                        .run())
                .isEqualTo(SQUARES);
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_basic_script_no_suffix")
    @Conformance("MultiProcessingCmdLineMixin.test_script_compiled")
    void mainClassInTheUnnamedPackage_withoutDebugInformation_isFound() throws Exception {
        Path classes = Javac.of(directory.resolve("sources"))
                .source("Unnamed.java", """
                        public class Unnamed {
                            public static void main(String[] args) throws Exception {
                                System.out.println(args[0] + " -> " + SumLauncher.invoke(1, 4, 9));
                            }

                            @dev.runinprocess.RunInProcess
                            static int sum(int... numbers) {
                                return java.util.stream.IntStream.of(numbers).sum();
                            }
                        }
                        """)
                .options("-g:none", "-cp", ProgramFiles.library().toString())
                .to(directory.resolve("classes"));

        assertThat(program()
                        .with("-cp", path(classes, ProgramFiles.library()), "Unnamed", "SPAWN")
                        .run())
                .isEqualTo("SPAWN -> 14\n");
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_ipython_workaround")
    void mainOfTheProgram_neverRunsInAChild() throws Exception {
        Path classes = ProgramFiles.copyPackage(OnlyOnce.class, directory.resolve("classes"));

        assertThat(program()
                        .with("-cp", path(classes, ProgramFiles.library()), OnlyOnce.class.getName())
                        .with(directory.resolve("ran"))
                        .run())
                .isEqualTo("SPAWN -> 42\n");
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_directory")
    @Conformance("_TestSpawnedSysPath.test_child_sys_path")
    void relativeAndEmptyEntries_areAbsoluteInAChild_inAnotherWorkingDirectory() throws Exception {
        Path work = directory.resolve("work");
        ProgramFiles.copyPackage(Look.class, work.resolve("app"));
        Path other = Files.createDirectories(directory.resolve("other"));

        ViewOfAChild child = ViewOfAChild.in(program()
                .directory(work)
                .with("-cp", ":app:../lib:" + ProgramFiles.library(), Look.class.getName())
                .with("workingDirectory=" + other)
                .run());

        assertThat(child.property("user.dir")).isEqualTo(other.toString());
        assertThat(child.classPath())
                .containsExactly(
                        work.toString(),
                        work + "/app",
                        work + "/../lib",
                        ProgramFiles.library().toString());
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_directory_compiled")
    void directoryWithBlanksAndOtherLettersThanAscii_isTheChildsToo() throws Exception {
        ProgramFiles.copyPackage(Squares.class, directory.resolve("classes"));

        // By a shell, since the locale of the tests may have no such letters.
        String folder = "M\\303\\274ller's \\346\\227\\245\\346\\234\\254";
        String stdout = program()
                .environment("LC_ALL", "C.UTF-8")
                .byScript("folder=$(printf \"" + folder + "\"); mkdir \"$folder\"; mv classes \"$folder\";"
                        + " exec \"$@\" -cp \"$folder/classes:" + ProgramFiles.library() + "\" "
                        + Squares.class.getName() + " SPAWN")
                .run();

        assertThat(stdout).isEqualTo(SQUARES);
    }

    @Test
    void option_thatTheLocaleCannotWrite_isRefused() throws Exception {
        Path classes = ProgramFiles.copyPackage(Unencodable.class, directory.resolve("classes"));

        assertThat(program()
                        .environment("LC_ALL", "C")
                        .with("-cp", path(classes, ProgramFiles.library()), Unencodable.class.getName())
                        .run())
                .contains("-Dcity=K?ln", "charset=US-ASCII", "LC_ALL=C.UTF-8");
    }

    @Test
    void thousandsOfEntriesWithBlanks_inAnArgumentFileAsOfAnIde_areTheChildsToo() throws Exception {
        List<String> entries = new ArrayList<>(List.of(ProgramFiles.library().toString()));
        for (int i = 0; i < 2_100; i++) {
            entries.add(Files.createDirectories(directory.resolve("a library with blanks/number " + i))
                    .toString());
        }
        entries.add(ProgramFiles.copyPackage(Look.class, directory.resolve("the classes"))
                .toString());
        Path arguments = Files.writeString(
                directory.resolve("idea arguments"),
                "# as an IDE writes it\n-classpath\n\"" + String.join(File.pathSeparator, entries) + "\"\n"
                        + Look.class.getName() + "\n");

        ViewOfAChild child = ViewOfAChild.in(program().with("@" + arguments).run());

        assertThat(child.classPath()).isEqualTo(entries);
    }

    private JavaProgram program() {
        return JavaProgram.in(directory);
    }

    private static String path(Path... entries) {
        return String.join(
                File.pathSeparator,
                List.of(entries).stream().map(Path::toString).toList());
    }
}
