package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Javac;
import dev.runinprocess.processor.testing.Launched;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimpleSignaturesTest {
    @Test
    void staticMethod_plainValues_cross() throws Throwable {
        CompiledProgram program = Javac.program("""
                package p;

                import dev.runinprocess.RunInProcess;
                import java.net.URI;
                import java.nio.file.Path;
                import java.util.List;

                final class Transfers {
                    @RunInProcess
                    static List<String> list(URI source, Path target, String name, int a, long b, double c, Part part) {
                        return List.of("" + source, "" + target, name, "" + a, "" + b, "" + c, "" + part);
                    }

                    record Part(String text, List<Integer> numbers) {}
                }
                """);

        Object part = Launched.construct(program, "p.Transfers$Part", "t", List.of(1, 2));
        Object result = Launched.run(
                program, "p.ListEntryPoint", URI.create("http://h/"), Path.of("a.bin"), "n", 1, 2L, 3.5, part);

        assertThat(result)
                .isEqualTo(List.of("http://h/", "a.bin", "n", "1", "2", "3.5", "Part[text=t, numbers=[1, 2]]"));
    }
}
