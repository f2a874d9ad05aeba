package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runinprocess.benchmarks.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
    private static final LocalDate THEN = LocalDate.of(2026, 1, 2);
    private static final LocalDate NOW = LocalDate.of(2026, 3, 4);
    private static final Row FIRST = Rows.ALL.get(0);
    private static final Row SECOND = Rows.ALL.get(1);
    private static final Setting SPLIT = new Setting(Placement.SPLIT, Load.IDLE);
    private static final Setting BUSY = new Setting(Placement.SAME, Load.BUSY);

    @TempDir
    private Path directory;

    private static Session session(String processor, String... versions) {
        return new Session(new Machine(processor, 2, 8192, "Linux 6"), List.of(versions));
    }

    private static Result result(Row row, Setting setting, double median) {
        return new Result(
                row,
                setting,
                new Figure(median, median / 3, median * 7),
                "python",
                Optional.of(new Figure(1 / median, 0.1, 1e9)));
    }

    private static Ledger ledger() {
        Result withoutPeer = new Result(SECOND, BUSY, new Figure(1, 1, 2), "rmi", Optional.empty());
        return Ledger.of(
                session("Some CPU", "JDK 17", "Python 3"), THEN, List.of(result(SECOND, SPLIT, 170.25), withoutPeer));
    }

    @Test
    void ledger_isReadAsItWasWritten() throws IOException {
        ledger().write(directory);

        Ledger read = Ledger.read(directory);

        assertThat(read.machine()).isEqualTo("Some CPU, 2 cores, 8.0 GiB, Linux 6");
        assertThat(read.versions()).containsExactly("JDK 17", "Python 3");
        assertThat(read.entries()).isEqualTo(ledger().entries());
    }

    @Test
    void update_replacesWhatItMeasured_andLeavesTheRest_inTheOrderOfTheRows() {
        Result newer = result(SECOND, SPLIT, 5);
        Result added = result(FIRST, SPLIT, 6);

        Ledger updated = ledger().updated(session("Some CPU", "JDK 17", "RMI"), NOW, List.of(newer, added));

        assertThat(updated.entries().get(0)).isEqualTo(new Measured(NOW, added));
        assertThat(updated.entries().subList(1, 3))
                .containsExactlyInAnyOrder(
                        new Measured(NOW, newer), ledger().entries().get(1));
        assertThat(updated.versions()).containsExactly("JDK 17", "Python 3", "RMI");
    }

    @Test
    void figuresOfTwoMachinesOrJdks_doNotStandInOneTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger().updated(session("Other CPU", "JDK 17"), NOW, List.of()))
                .withMessageContaining("machine")
                .withMessageContaining("Other CPU");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger().updated(session("Some CPU", "JDK 25"), NOW, List.of()))
                .withMessageContaining("JDK 25");
    }

    @Test
    void rowThatIsNoMore_isLeftOut_andNonsenseIsNot() throws IOException {
        ledger().write(directory);
        Path file = directory.resolve("benchmarks.tsv");
        String text = Files.readString(file);
        Files.writeString(file, text.replace(SECOND.name() + "/", "no-such-row/"));

        assertThat(Ledger.read(directory).entries()).isEmpty();

        Files.writeString(file, text + "nonsense\n");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Ledger.read(directory))
                .withMessageContaining("nonsense");
    }
}
