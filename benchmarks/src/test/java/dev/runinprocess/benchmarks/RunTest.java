package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Run run = new Run(10, 0, 0, List.of(3, 5), new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void shortestRun_takesOneSample() throws Exception {
        run.samples(() -> 42.5);

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("sample 42.5\n");
    }

    @Test
    void batch_hasTheOperationsThatWereAskedFor() throws Exception {
        List<Integer> sizes = new ArrayList<>();

        run.batches(sizes::add);

        assertThat(sizes).containsExactly(10);
    }

    @Test
    void samples_areFoundAmongOtherOutput() {
        assertThat(Run.sampleOn("sample 4.5e-3")).contains(0.0045);
        assertThat(Run.sampleOn("# a sample of something")).isEmpty();
    }

    @Test
    void cores_areThisProcessesAndTheOthers() {
        assertThat(run.ownCore()).isEqualTo(3);
        assertThat(run.otherCore()).isEqualTo(5);
        assertThat(Cores.parse("0-2,7")).containsExactly(0, 1, 2, 7);
    }
}
