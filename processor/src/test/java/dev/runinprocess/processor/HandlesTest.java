package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Ecj;
import dev.runinprocess.processor.testing.Javac;
import dev.runinprocess.processor.testing.Rejected;
import dev.runinprocess.processor.testing.RuntimeHandles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library's own handles: each class of the runtime that brings a codec of itself crosses wherever a value does. A new one is named in {@code HandleTypes}. */
class HandlesTest {
    private static final String PROGRAM = """
            package p;

            import dev.runinprocess.RunInProcess;
            import %1$s;
            import java.util.List;
            import java.util.Map;

            final class Work {
                record Holder(String name, %2$s handle, List<%2$s> more) {}

                @RunInProcess
                static %2$s work(%2$s handle, List<%2$s> list, Map<String, Holder> holders, %2$s%3$s rest) {
                    return handle;
                }

                @RunInProcess
                static List<Holder> holders() {
                    return List.of();
                }

                static %2$s use(%2$s handle) throws Exception {
                    Holder holder = new Holder("x", handle, List.of(handle));
                    HoldersLauncher.invoke();
                    return WorkLauncher.invoke(handle, List.of(handle), Map.of("x", holder), handle%4$s);
                }
            }
            """;

    static List<Class<?>> handles() {
        return RuntimeHandles.all();
    }

    private static String program(Class<?> handle) {
        return hasElements(handle)
                // An array of a type with arguments is a warning of javac's.
                ? PROGRAM.formatted(handle.getCanonicalName(), handle.getSimpleName() + "<String>", "", "")
                : PROGRAM.formatted(handle.getCanonicalName(), handle.getSimpleName(), "...", ", handle");
    }

    private static boolean hasElements(Class<?> handle) {
        return handle.getTypeParameters().length > 0;
    }

    private static void assertSentByItsCodec(Class<?> handle, CompiledProgram program) {
        String codec = handle.getSimpleName() + ".codec(" + (hasElements(handle) ? "Codecs.string()" : "") + ")";
        assertThat(program.generatedSources().get("p/WorkEntryPoint.java"))
                .contains("in.read(" + codec + ")")
                .contains("Codecs.listOf(" + codec + ")");
    }

    @Test
    void runtime_hasHandles() {
        assertThat(handles()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("handles")
    void javac_handle_crossesAsArgumentResultComponentAndElement(Class<?> handle) {
        assertSentByItsCodec(handle, Javac.program(program(handle)));
    }

    @ParameterizedTest
    @MethodSource("handles")
    void ecj_handle_crossesAsArgumentResultComponentAndElement(Class<?> handle, @TempDir Path directory) {
        assertSentByItsCodec(handle, Ecj.program(List.of(Javac.source(program(handle))), directory));
    }

    @Test
    void eitherLock_crossesAsOneOfTwo() {
        CompiledProgram program = Javac.program("""
                package p;

                import dev.runinprocess.RunInProcess;
                import dev.runinprocess.sync.RobustLock;

                final class Work {
                    @RunInProcess
                    static RobustLock work(RobustLock lock) {
                        return lock;
                    }
                }
                """);

        assertThat(program.generatedSources().get("p/WorkEntryPoint.java"))
                .contains("ProcessLock.codec()", "ProcessReentrantLock.codec()");
    }

    @Test
    void queueOfAnything_crossesWithItsElementsTellingTheirType() {
        CompiledProgram program = Javac.program("""
                package p;

                import dev.runinprocess.RunInProcess;
                import dev.runinprocess.channel.ProcessQueue;

                final class Work {
                    record Job(String name) {}

                    @RunInProcess
                    static void work(ProcessQueue<Object> any, ProcessQueue<Job> jobs, ProcessQueue<ProcessQueue<Long>> queues) {}
                }
                """);

        assertThat(program.generatedSources().get("p/WorkEntryPoint.java"))
                .contains("ProcessQueue.codec(TypeCodecs.any())")
                .contains("ProcessQueue.codec(ProcessQueue.codec(Codecs.longValue()))");
    }

    @Test
    void queueOfWhatCannotCross_isRefused() {
        Rejected.declarations("""
                final class Work {
                    @RunInProcess
                    static void work(
                            dev.runinprocess.channel.ProcessQueue<Thread> queue) {} // here
                }
                """)
                .error(
                        "[not-transferable] parameter 'queue' → element (java.lang.Thread)",
                        "ProcessQueue<Thread> queue")
                .only();
    }
}
