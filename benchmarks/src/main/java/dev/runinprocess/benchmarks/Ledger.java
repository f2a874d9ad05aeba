package dev.runinprocess.benchmarks;

import dev.runinprocess.benchmarks.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the page is made of, kept between runs, so that whoever changes one row measures that one. All of it was measured on one machine with one JDK.
 *
 * <pre>
 *   machine  what it is called
 *   version  of ours or of a peer; ours is the first
 *   figures  row/setting  day  peer  ours: median, least, most  the peer's, if it was there: median, least, most
 * </pre>
 */
final class Ledger {
    private static final String FILE = "benchmarks.tsv";

    private final String machine;
    private final List<String> versions;
    private final List<Measured> entries;

    private Ledger(String machine, List<String> versions, List<Measured> entries) {
        this.machine = machine;
        this.versions = versions;
        this.entries = entries;
    }

    /** That of a run of everything. */
    static Ledger of(Session session, LocalDate day, List<Result> results) {
        return new Ledger(
                session.machine().toString(),
                session.versions(),
                results.stream().map(result -> new Measured(day, result)).toList());
    }

    /** The one in a directory. Rows that there are no more are left out. */
    static Ledger read(Path directory) throws IOException {
        String machine = "";
        List<String> versions = new ArrayList<>();
        List<Measured> entries = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve(FILE))) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "machine" -> machine = fields[1];
                case "version" -> versions.add(fields[1]);
                case "figures" -> measured(fields).ifPresent(entries::add);
                default -> throw new IOException(FILE + " has a line of an unknown kind: line=" + line);
            }
        }
        return new Ledger(machine, versions, entries);
    }

    private static Optional<Measured> measured(String[] fields) {
        String name = fields[1];
        int slash = name.indexOf('/');
        return Rows.ALL.stream()
                .filter(row -> row.name().equals(name.substring(0, slash)))
                .findFirst()
                .map(row -> new Measured(
                        LocalDate.parse(fields[2]),
                        new Result(
                                row,
                                Setting.labelled(name.substring(slash + 1)),
                                figure(fields, 4),
                                fields[3],
                                fields.length > 7 ? Optional.of(figure(fields, 7)) : Optional.empty())));
    }

    private static Figure figure(String[] fields, int at) {
        return new Figure(
                Double.parseDouble(fields[at]), Double.parseDouble(fields[at + 1]), Double.parseDouble(fields[at + 2]));
    }

    /**
     * With results that take the place of older ones, in the order of the rows.
     *
     * @throws IllegalArgumentException if figures of this run and of earlier ones cannot stand in one table
     */
    Ledger updated(Session session, LocalDate day, List<Result> results) {
        requireSame(session);
        Map<String, Measured> all = new LinkedHashMap<>();
        results.forEach(result -> all.put(result.name(), new Measured(day, result)));
        entries.forEach(entry -> all.putIfAbsent(entry.result().name(), entry));
        List<Measured> sorted = Rows.ALL.stream()
                .flatMap(row ->
                        all.values().stream().filter(entry -> entry.result().row() == row))
                .toList();
        Set<String> everybody = new LinkedHashSet<>(versions);
        everybody.addAll(session.versions());
        return new Ledger(machine, List.copyOf(everybody), sorted);
    }

    /**
     * Of a run whose results are to stand beside these.
     *
     * @throws IllegalArgumentException if they cannot
     */
    void requireSame(Session session) {
        requireSame("machine", machine, session.machine().toString());
        requireSame("JDK", versions.get(0), session.versions().get(0));
    }

    private static void requireSame(String what, String then, String now) {
        if (!Objects.equals(then, now)) {
            throw new IllegalArgumentException("The page was measured with another " + what
                    + ", so measure everything anew: then=" + then + ", now=" + now);
        }
    }

    void write(Path directory) throws IOException {
        Stream<String> header = Stream.concat(
                Stream.of("machine\t" + machine), versions.stream().map(version -> "version\t" + version));
        List<String> lines =
                Stream.concat(header, entries.stream().map(Ledger::line)).toList();
        Files.write(directory.resolve(FILE), lines);
    }

    private static String line(Measured entry) {
        Result result = entry.result();
        return "figures\t" + result.name() + "\t" + entry.day() + "\t" + result.peer() + "\t" + columns(result.ours())
                + result.peers().map(figure -> "\t" + columns(figure)).orElse("");
    }

    private static String columns(Figure figure) {
        return figure.median() + "\t" + figure.least() + "\t" + figure.most();
    }

    String machine() {
        return machine;
    }

    List<String> versions() {
        return versions;
    }

    List<Measured> entries() {
        return entries;
    }
}
