package dev.runinprocess.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeathReportTest {
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError: Java heap space";
    private static final String CRASH_LOG = """
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007f, pid=12, tid=13
            #
            # Problematic frame:
            # C  [libfoo.so+0x1234]  foo+0x12
            #
            """;

    private static DeathReport report(int exitCode, boolean exitedItself, List<String> stderr, String crashLog) {
        return new DeathReport(
                "Transfers.download",
                "download-1",
                12,
                exitCode,
                exitedItself,
                Duration.ofMillis(34),
                "before it returned a result",
                stderr,
                Optional.of(crashLog).filter(log -> !log.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 0", "1, false, 0", "128, false, 0", "137, false, 9", "137, true, 0", "143, true, 15",
                "143, false, 15",
        "130, true, 2", "129, true, 1", "134, false, 6", "134, true, 0", "192, false, 64", "193, false, 0",
                "255, false, 0"
    })
    void signal_isReadFromTheExitCode_ofAProcessThatDidNotExitByItself(int exitCode, boolean inOrder, int signal) {
        assertThat(report(exitCode, inOrder, List.of(), "").signal().orElse(0)).isEqualTo(signal);
    }

    @Test
    void lackOfMemory_isReadFromCodeAndLastLine_ofAProcessThatDidNotExitByItself() {
        assertThat(report(3, false, List.of("working", OUT_OF_MEMORY), "").ranOutOfMemory())
                .isTrue();
        assertThat(report(3, true, List.of(OUT_OF_MEMORY), "").ranOutOfMemory()).isFalse();
        assertThat(report(3, false, List.of("working"), "").ranOutOfMemory()).isFalse();
        assertThat(report(1, false, List.of(OUT_OF_MEMORY), "").ranOutOfMemory())
                .isFalse();
    }

    @Test
    void description_tellsWhoHowWhenAndTheLastWords() {
        assertThat(report(137, false, List.of("one", "two"), "").describe()).isEqualTo("""
                        Child process 'download-1' (Transfers.download) was ended by signal 9 (SIGKILL) before it returned a result: \
                        pid=12, exitCode=137, after=34 ms
                        Last lines of its standard error:
                          one
                          two""");
    }

    @Test
    void description_ofACrash_tellsWhere() {
        assertThat(report(1, false, List.of(), CRASH_LOG).describe())
                .contains("crashed before it returned a result")
                .endsWith(
                        "\nThe JVM crashed: SIGSEGV (0xb) at pc=0x00007f, pid=12, tid=13, in C  [libfoo.so+0x1234]  foo+0x12");
    }

    @Test
    void linesOfStandardError_areACopy() {
        List<String> lines = new ArrayList<>(List.of("one"));
        DeathReport report = report(1, false, lines, "");
        lines.clear();

        assertThat(report.stderr()).containsExactly("one");
    }
}
