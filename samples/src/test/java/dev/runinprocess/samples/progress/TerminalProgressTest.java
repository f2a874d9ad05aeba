package dev.runinprocess.samples.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TerminalProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void bar_showsHowManyHaveEnded_andHowManyFailed() {
        try (TerminalProgress bar = TerminalProgress.on(stream, "pictures")) {
            bar.progressed(new Progress(6, 1, OptionalLong.of(10), Duration.ofSeconds(1)));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("pictures", "70%", "7/10", "1 failed");
    }

    @Test
    void bar_withoutATotal_showsHowManyHaveEnded() {
        try (TerminalProgress bar = TerminalProgress.on(stream, "rounds")) {
            bar.progressed(new Progress(7, 0, OptionalLong.empty(), Duration.ofSeconds(1)));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("rounds", "7/?")
                .doesNotContain("failed");
    }

    @Test
    void named_whereNobodyWatches_showsNothing() {
        PrintStream error = System.err;
        System.setErr(stream);
        try (TerminalProgress quiet = TerminalProgress.named("nobody sees this")) {
            quiet.progressed(new Progress(7, 0, OptionalLong.empty(), Duration.ofSeconds(1)));
        } finally {
            System.setErr(error);
        }
        assertThat(out.size()).isZero();
    }
}
