package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.testing.Ecj;
import dev.runinprocess.processor.testing.Fixtures;
import dev.runinprocess.processor.testing.Javac;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stable byte for byte: across runs, orders of sources, and compilers. */
class DeterminismTest {
    private static List<JavaFileObject> allGoodPrograms() {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String program : Fixtures.namesIn("programs/good")) {
            sources.addAll(Fixtures.sources("programs/good", program));
        }
        return sources;
    }

    private static final Map<String, String> EXPECTED =
            Javac.program(allGoodPrograms()).generatedSources();

    @RepeatedTest(3)
    void generatedSources_inAnyOrderOfSources_areTheSame(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        List<JavaFileObject> shuffled = allGoodPrograms();
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Javac.program(shuffled).generatedSources())
                .as("seed " + seed)
                .isEqualTo(EXPECTED);
    }

    @Test
    void generatedSources_byAnotherCompiler_areTheSame(@TempDir Path directory) {
        Map<String, String> generated =
                Ecj.program(allGoodPrograms(), directory).generatedSources();

        assertThat(generated.keySet()).isEqualTo(EXPECTED.keySet());
        assertThat(generated).allSatisfy((file, source) -> assertThat(source).isEqualTo(EXPECTED.get(file)));
    }
}
