package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import dev.runinprocess.RunInProcess;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processor paths written by hand that lack a jar. A compiler inside of this JVM would find it on the class path of the tests. */
class ProcessorPathTest {
    private static final String MARKED = """
            package p;

            final class Work {
                @dev.runinprocess.RunInProcess
                static void work() {}

                @dev.runinprocess.RunInProcess
                static void more() {}
            }
            """;

    @TempDir
    Path directory;

    private String javac(String source, Class<?>... processorPath) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("Work.java"), source);
        Path log = directory.resolve("log");
        Process compiler = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-cp",
                        pathOf(RunInProcess.class),
                        "-processorpath",
                        Stream.of(processorPath)
                                .map(ProcessorPathTest::pathOf)
                                .collect(Collectors.joining(File.pathSeparator)),
                        "-d",
                        directory.resolve("classes").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return Files.readString(log, StandardCharsets.UTF_8);
        } finally {
            compiler.destroyForcibly();
        }
    }

    private static String pathOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pathWithoutJavaPoet_isReportedOnce() throws Exception {
        String log = javac(MARKED, RunInProcessProcessor.class, RunInProcess.class);

        assertThat(log)
                .contains("[processor-path] The annotation processor of RunInProcess cannot work without"
                        + " com.palantir.javapoet:javapoet, which its path lacks. Add what is missing there,")
                .endsWith("1 error\n");
    }

    @Test
    void pathWithoutTheRuntime_isReportedOnce() throws Exception {
        String log = javac(MARKED, RunInProcessProcessor.class, JavaFile.class);

        assertThat(log)
                .contains("[processor-path] The annotation processor of RunInProcess cannot work without"
                        + " dev.runinprocess:runinprocess-runtime, which its path lacks.")
                .endsWith("1 error\n");
    }

    @Test
    void pathWithTheProcessorAlone_isReportedOnce() throws Exception {
        String log = javac(MARKED, RunInProcessProcessor.class);

        assertThat(log)
                .contains("without com.palantir.javapoet:javapoet and dev.runinprocess:runinprocess-runtime, which")
                .endsWith("1 error\n");
    }

    @Test
    void programWithoutOurAnnotations_compilesWithAnyPath() throws Exception {
        String program = "package p; @javax.annotation.processing.Generated(\"x\") final class Work {}";

        assertThat(javac(program, RunInProcessProcessor.class)).isEmpty();
    }

    @Test
    void completePath_lacksNothing() throws Exception {
        assertThat(javac(MARKED, RunInProcessProcessor.class, RunInProcess.class, JavaFile.class))
                .isEmpty();
        assertThat(directory.resolve("classes/p/WorkLauncher.class")).exists();
    }
}
