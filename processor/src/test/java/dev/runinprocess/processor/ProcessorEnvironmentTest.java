package dev.runinprocess.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.runinprocess.processor.testing.Generating;
import dev.runinprocess.processor.testing.Javac;
import dev.runinprocess.processor.testing.Tampering;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The processor among others: compilers, file systems and processors that do not do as one would like. */
class ProcessorEnvironmentTest {
    private static final String TRANSFERS = """
            package p;

            import dev.runinprocess.RunInProcess;
            import dev.runinprocess.Transferable;

            final class Transfers {
                @RunInProcess
                static void fetch(Job job) {}

                @Transferable
                record Job(String name) {}
            }
            """;

    private static Compilation compile(List<Processor> processors, String... sources) {
        return Compiler.javac()
                .withProcessors(processors)
                .withOptions("-Xlint:all", "-Werror")
                .compile(List.of(sources).stream().map(Javac::source).toList());
    }

    @Test
    void bugOfOurs_isReportedWithItsTrace_andTheOtherMessagesStay() {
        Processor buggy = Tampering.withElements(
                new RunInProcessProcessor(),
                elements -> Tampering.intercepting(Elements.class, elements, (method, arguments, call) -> {
                    if (method.equals("getDocComment")
                            && arguments[0].toString().startsWith("fetch")) {
                        throw new IllegalStateException("provoked");
                    }
                    return call.proceed();
                }));
        JavaFileObject transfers = Javac.source(TRANSFERS);

        Compilation compilation = Compiler.javac()
                .withProcessors(buggy)
                .compile(
                        transfers,
                        Javac.source(
                                "package p; class More { @dev.runinprocess.RunInProcess static void m(Thread t) {} }"));

        assertThat(compilation)
                .hadErrorContaining("[internal-error] The annotation processor of RunInProcess failed on")
                .inFile(transfers)
                .onLineContaining("void fetch(");
        assertThat(compilation).hadErrorContaining("java.lang.IllegalStateException: provoked");
        assertThat(compilation).hadErrorContaining("[not-transferable] parameter 't'");
        assertThat(compilation).hadErrorCount(2);
    }

    @Test
    void bugOfOurs_outsideOfElements_isReported() {
        Processor buggy = Tampering.withRound(
                new RunInProcessProcessor(),
                round -> Tampering.intercepting(RoundEnvironment.class, round, (method, arguments, call) -> {
                    throw new IllegalStateException("provoked");
                }));

        Compilation compilation = Compiler.javac().withProcessors(buggy).compile(Javac.source(TRANSFERS));

        assertThat(compilation)
                .hadErrorContaining(
                        "[internal-error] The annotation processor of RunInProcess failed on this compilation.");
    }

    @Test
    void fileThatCannotBeWritten_isReportedAtItsSource() {
        Processor onFullDisk = Tampering.withFiler(
                new RunInProcessProcessor(),
                filer -> Tampering.intercepting(Filer.class, filer, (method, arguments, call) -> {
                    throw new IOException("No space left on device");
                }));
        JavaFileObject transfers = Javac.source(TRANSFERS);

        Compilation compilation = Compiler.javac().withProcessors(onFullDisk).compile(transfers);

        assertThat(compilation)
                .hadErrorContaining("[file-write] The file of p.FetchLauncher could not be written:"
                        + " java.io.IOException: No space left on device.")
                .inFile(transfers)
                .onLineContaining("void fetch(");
        assertThat(compilation).hadErrorContaining("[file-write] The file of p.JobCodec could not be written");
    }

    @Test
    void classThatAnotherProcessorGenerates_isAClash() {
        JavaFileObject transfers = Javac.source(TRANSFERS);

        Compilation compilation = Compiler.javac()
                .withProcessors(
                        new Generating("p.FetchLauncher", "package p; class FetchLauncher {}"),
                        new RunInProcessProcessor())
                .compile(transfers);

        assertThat(compilation)
                .hadErrorContaining(
                        "[type-clash] The class p.FetchLauncher that would be generated from fetch exists already")
                .inFile(transfers)
                .onLineContaining("void fetch(");
        assertThat(compilation).hadErrorCount(1);
    }

    @Test
    void typesThatAnotherProcessorGenerates_areWaitedFor() {
        String user = """
                package p;

                import dev.runinprocess.RunInProcess;
                import dev.runinprocess.Transferable;
                import java.util.List;

                final class User {
                    record Holder(List<Late> late) {}

                    @Transferable
                    record Marked(Late late) {}

                    @RunInProcess
                    static void direct(Late late) {}

                    @RunInProcess
                    static Holder inside(Marked marked) {
                        return new Holder(List.of(marked.late()));
                    }

                    static Object use(Marked marked) throws Exception {
                        return InsideLauncher.invoke(marked);
                    }
                }
                """;

        Compilation compilation = compile(
                List.of(
                        new Generating("p.Late", "package p; record Late(String text) {}"),
                        new RunInProcessProcessor()),
                user);

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("p.MarkedCodec");
        assertThat(compilation).generatedSourceFile("p.DirectLauncher");
    }

    @Test
    void mistake_doesNotHideTheLauncherFromOthers() {
        JavaFileObject transfers = Javac.source("""
                package p;

                import dev.runinprocess.ChildProcess;
                import dev.runinprocess.Default;
                import dev.runinprocess.RunInProcess;
                import java.net.Socket;
                import java.util.concurrent.ExecutionException;

                final class Transfers {
                    @RunInProcess(maxHeap = "lots")
                    private static Socket one(int a, @Default("1") int b) {
                        return new Socket();
                    }

                    @RunInProcess
                    void two(Thread... threads) {}

                    static Socket use() throws Exception {
                        ChildProcess<Socket> child = OneLauncher.start(1);
                        TwoLauncher.with().threads().invoke();
                        return child.get();
                    }
                }
                """);

        Compilation compilation = Compiler.javac()
                .withProcessors(new RunInProcessProcessor())
                .withOptions("--should-stop=ifError=FLOW") // goes on to the bodies of methods, as under Error Prone
                .compile(transfers);

        assertThat(compilation).hadErrorContaining("[max-heap]");
        assertThat(compilation).hadErrorContaining("[method-private]");
        assertThat(compilation).hadErrorContaining("[not-transferable] the result of one()");
        assertThat(compilation).hadErrorContaining("[method-receiver]");
        assertThat(compilation).hadErrorContaining("[not-transferable] parameter 'threads'");
        assertThat(compilation).hadErrorCount(5);
    }

    @Test
    void typeThatDoesNotExist_isTheCompilersToReport() {
        Compilation compilation = compile(List.of(new RunInProcessProcessor()), """
                package p;

                import dev.runinprocess.RunInProcess;

                final class User {
                    @RunInProcess
                    static void work(Missing missing) {}
                }
                """);

        assertThat(compilation).hadErrorContaining("cannot find symbol");
        assertThat(compilation).hadErrorCount(1);
    }

    @Test
    void annotations_underLintProcessing_areClaimed() {
        Compilation compilation = compile(List.of(new RunInProcessProcessor()), TRANSFERS, """
                package p;

                import dev.runinprocess.Default;
                import dev.runinprocess.RunInProcess;
                import dev.runinprocess.UseJavaSerialization;
                import java.util.Locale;
                import java.util.SimpleTimeZone;

                final class More {
                    @RunInProcess
                    @UseJavaSerialization(Locale.class)
                    @UseJavaSerialization(SimpleTimeZone.class)
                    static void more(Locale locale, SimpleTimeZone zone, @Default("1") int number) {}
                }
                """);

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void eachFile_originatesFromOneElement_asIsolatingProcessorsPromise() throws IOException {
        Map<String, String> origins = new TreeMap<>();
        Processor recorded = Tampering.withFiler(
                new RunInProcessProcessor(),
                filer -> Tampering.intercepting(Filer.class, filer, (method, arguments, call) -> {
                    Element[] elements = (Element[]) arguments[arguments.length - 1];
                    assertThat(elements).hasSize(1);
                    origins.put((String) arguments[0], elements[0].toString());
                    return call.proceed();
                }));

        assertThat(compile(List.of(recorded), TRANSFERS)).succeeded();

        assertThat(origins)
                .isEqualTo(Map.of(
                        "p.FetchLauncher", "p.Transfers",
                        "p.FetchEntryPoint", "p.Transfers",
                        "p.JobCodec", "p.Transfers.Job"));
        try (InputStream in =
                RunInProcessProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(RunInProcessProcessor.class.getName() + ",ISOLATING");
        }
    }

    @Test
    void processor_isFoundByCompilers() throws IOException {
        try (InputStream in = RunInProcessProcessor.class.getResourceAsStream(
                "/META-INF/services/javax.annotation.processing.Processor")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(RunInProcessProcessor.class.getName());
        }
    }
}
