package dev.runinprocess.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The page that {@code docs} shows, with its plot. */
final class Page {
    private final Ledger ledger;
    private final List<Result> results;

    Page(Ledger ledger) {
        this.ledger = ledger;
        this.results = ledger.entries().stream().map(Measured::result).toList();
    }

    void write(Path directory) throws IOException {
        ledger.write(directory);
        Files.writeString(directory.resolve("benchmarks.svg"), new Plot(results).svg());
        Files.writeString(directory.resolve("benchmarks.md"), text());
    }

    String text() {
        StringBuilder page = new StringBuilder();
        page.append("# Benchmarks\n\n")
                .append(
                        "Measured side by side with Python's `multiprocessing`, and with other ways in Java, by `benchmarks/compare`, which also wrote this page. Figures depend on the machine; ratios less so.\n\n")
                .append("- machine: ")
                .append(ledger.machine())
                .append('\n');
        ledger.versions().forEach(version -> page.append("- ").append(version).append('\n'));
        page.append("\n![How many times faster than its peers](benchmarks.svg)\n\n");
        table(page);
        shortfalls(page);
        method(page);
        rows(page);
        return page.toString();
    }

    private void table(StringBuilder page) {
        page.append("## Results\n\n")
                .append(
                        "Medians of the rounds, behind them the least and the most. *Ratio* is ours over the peer's.\n\n")
                .append(
                        "| row | setting | ours | peer | ratio | target | | day |\n|---|---|---|---|---|---|---|---|\n");
        for (Measured entry : ledger.entries()) {
            Result result = entry.result();
            Unit unit = result.row().unit();
            page.append("| ")
                    .append(result.row().title())
                    .append(" | ")
                    .append(result.setting().label())
                    .append(" | ")
                    .append(spread(unit, result.ours()))
                    .append(" | ")
                    .append(result.peers()
                            .map(figure -> result.peer() + " " + spread(unit, figure))
                            .orElse("-"))
                    .append(" | ")
                    .append(result.shownRatio())
                    .append(" | ")
                    .append(result.row().target())
                    .append(" | ")
                    .append(result.verdict() == Verdict.SHORT ? "**short**" : result.verdict())
                    .append(" | ")
                    .append(entry.day())
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static String spread(Unit unit, Figure figure) {
        return unit.show(figure.median()) + " (" + unit.show(figure.least()) + " – " + unit.show(figure.most()) + ")";
    }

    /** What others would have to find out is said here first. */
    private void shortfalls(StringBuilder page) {
        List<String> slower = results.stream()
                .filter(result -> result.speedUp().orElse(1) < 1)
                .map(Page::named)
                .toList();
        List<String> missed = results.stream()
                .filter(result -> result.verdict() == Verdict.SHORT)
                .map(Page::named)
                .toList();
        page.append("**Slower than the peer**: ").append(listed(slower)).append(".\n\n");
        page.append("**Short of the target**: ").append(listed(missed)).append(".\n\n");
    }

    private static String named(Result result) {
        return "`" + result.name() + "`";
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private void method(StringBuilder page) {
        page.append("## How it is measured\n\n")
                .append(String.format(
                        Locale.ROOT,
                        "Each figure is the median of at least %d rounds. In a round ours and the peer run one after the other, and take turns in being first; each is a fresh "
                                + "program that warms up for %s s and then takes samples for %s s, of as many operations as the other. A round counts by the median of its "
                                + "samples. Programs in Java that keep their compilers busy warm up for %s times as long, and for %s times where they share a core or "
                                + "keep them very busy. Clocks are monotonic, and the same in both languages.\n\n",
                        Plan.ROUNDS_OF_THE_PAGE,
                        Unit.digits(Effort.FULL.warmUpSeconds()),
                        Unit.digits(Effort.FULL.measureSeconds()),
                        Effort.LONG,
                        Effort.VERY_LONG));
        Set<Placement> placements = results.stream()
                .map(result -> result.setting().placement())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Placement placement : placements) {
            page.append("- `")
                    .append(placement.name().toLowerCase(Locale.ROOT))
                    .append("`: ")
                    .append(placement.description())
                    .append('\n');
        }
        page.append("- `+busy`: meanwhile a process spins on each core\n\n")
                .append(
                        "Processes are pinned after their start, so that a JVM is set up as for the whole machine. Python runs in a virtual environment without "
                                + "packages. The rows that only need another process start it by `fork`.\n\n")
                .append(
                        "Targets were set for two processes on two idle cores, and are held against every setting all the same: on one core each turn costs a switch of "
                                + "processes, in any language.\n\n");
    }

    private void rows(StringBuilder page) {
        page.append("## The rows\n\n");
        Set<Row> rows = results.stream().map(Result::row).collect(Collectors.toCollection(LinkedHashSet::new));
        for (Row row : rows) {
            page.append("- `")
                    .append(row.name())
                    .append("`: ")
                    .append(row.counted())
                    .append('\n');
        }
    }
}
