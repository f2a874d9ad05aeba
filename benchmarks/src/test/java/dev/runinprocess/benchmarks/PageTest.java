package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class PageTest {
    private static final Row PING_PONG = new FakeRow("ping-pong", Unit.TIME, Target.atMost(0.05));
    private static final Row START = new FakeRow("start", Unit.TIME, Target.atMost(1.1));
    private static final Row IDLE = new FakeRow("idle", Unit.PROCESSOR_SHARE, Target.shareAtMost(0.002));
    private static final List<Result> RESULTS = List.of(
            result(PING_PONG, new Setting(Placement.SPLIT, Load.IDLE), 170, 40_000),
            result(PING_PONG, new Setting(Placement.SAME, Load.BUSY), 6_000, 42_500),
            result(START, new Setting(Placement.FREE, Load.IDLE), 6e7, 4e7),
            result(IDLE, new Setting(Placement.ALONE, Load.IDLE), 0.001, 0));

    @TempDir
    private Path directory;

    private static Result result(Row row, Setting setting, double ours, double peers) {
        return new Result(
                row,
                setting,
                new Figure(ours, ours * 0.9, ours * 1.1),
                "python",
                Optional.of(new Figure(peers, peers * 0.9, peers * 1.1)));
    }

    private static Page page() {
        Machine machine = new Machine("Some CPU", 2, 8192, "Linux 6");
        Session session = new Session(machine, List.of("JDK 17", "Python 3"));
        return new Page(Ledger.of(session, LocalDate.of(2026, 1, 2), RESULTS));
    }

    @Test
    void page_tellsTheMachineTheFiguresAndHowTheyWereTaken() {
        String text = page().text();

        assertThat(text)
                .contains("- machine: Some CPU, 2 cores, 8.0 GiB, Linux 6\n- JDK 17\n- Python 3\n")
                .contains("| title of `ping-pong` & more | split | 170ns (153ns – 187ns) | "
                        + "python 40.0µs (36.0µs – 44.0µs) | 0.00425 | ≤0.05 | ok | 2026-01-02 |")
                .contains("- `ping-pong`: What ping-pong counts.\n")
                .contains("median of at least 3 rounds");
    }

    @Test
    void page_isHonestAboutWhatIsSlow() {
        String text = page().text();

        assertThat(text)
                .contains("**Slower than the peer**: `start/free`.")
                .contains("**Short of the target**: `ping-pong/same+busy`, `start/free`.");
    }

    @Test
    void plot_isWellFormed_withADotForEachComparison() throws Exception {
        Document plot = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(new Plot(RESULTS).svg().getBytes(StandardCharsets.UTF_8)));

        int dotsOfTheLegend = 3;
        assertThat(plot.getElementsByTagName("circle").getLength() - dotsOfTheLegend)
                .isEqualTo(3);
    }

    @Test
    void plotAndPage_lieBesideEachOther() throws Exception {
        page().write(directory);

        assertThat(directory.resolve("benchmarks.svg")).isNotEmptyFile();
        assertThat(Files.readString(directory.resolve("benchmarks.md"))).contains("](benchmarks.svg)");
    }
}
