package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.program.Look;
import dev.runinprocess.tests.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.IMethodCoverage;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage as a build measures it: by an agent on the command line of the JVM that runs the tests. */
final class CoverageTest {
    @TempDir
    Path directory;

    @Test
    void codeThatOnlyAChildRan_inAnotherWorkingDirectory_isInTheReport() throws Exception {
        Path classes = ProgramFiles.copyPackage(Look.class, directory.resolve("classes"));

        JavaProgram.in(directory)
                .with("-javaagent:" + System.getProperty("jacoco.agent.jar") + "=destfile=build/coverage.exec")
                .with(
                        "-cp",
                        classes + ":" + ProgramFiles.library(),
                        Look.class.getName(),
                        "workingDirectory=" + classes)
                .run();

        ExecFileLoader recorded = new ExecFileLoader();
        recorded.load(directory.resolve("build/coverage.exec").toFile());
        List<String> covered = coveredMethods(recorded, classes);
        assertThat(covered).contains("Look.main", "Look.look", "ChildView.ofThisProcess");
        assertThat(covered).doesNotContain("Squares.square");
    }

    private static List<String> coveredMethods(ExecFileLoader recorded, Path classes) throws IOException {
        CoverageBuilder coverage = new CoverageBuilder();
        new Analyzer(recorded.getExecutionDataStore(), coverage).analyzeAll(classes.toFile());
        return coverage.getClasses().stream()
                .flatMap(type -> type.getMethods().stream()
                        .filter(method -> method.getInstructionCounter().getCoveredCount() > 0)
                        .map(method -> name(type, method)))
                .toList();
    }

    private static String name(IClassCoverage type, IMethodCoverage method) {
        return type.getName().substring(type.getName().lastIndexOf('/') + 1) + "." + method.getName();
    }
}
