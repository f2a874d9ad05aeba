package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Ecj;
import dev.runinprocess.processor.testing.Javac;
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
                static %2$s work(%2$s handle, List<%2$s> list, Map<String, Holder> holders, %2$s... rest) {
                    return handle;
                }

                @RunInProcess
                static List<Holder> holders() {
                    return List.of();
                }

                static %2$s use(%2$s handle) throws Exception {
                    Holder holder = new Holder("x", handle, List.of(handle));
                    HoldersLauncher.invoke();
                    return WorkLauncher.invoke(handle, List.of(handle), Map.of("x", holder), handle, handle);
                }
            }
            """;

    static List<Class<?>> handles() {
        return RuntimeHandles.all();
    }

    private static String program(Class<?> handle) {
        return PROGRAM.formatted(handle.getCanonicalName(), handle.getSimpleName());
    }

    private static void assertSentByItsCodec(Class<?> handle, CompiledProgram program) {
        assertThat(program.generatedSources().get("p/WorkEntryPoint.java"))
                .contains("in.read(" + handle.getSimpleName() + ".codec())")
                .contains("Codecs.listOf(" + handle.getSimpleName() + ".codec())");
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
}
