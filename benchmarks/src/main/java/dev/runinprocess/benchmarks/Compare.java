package dev.runinprocess.benchmarks;

import dev.runinprocess.benchmarks.rows.Rows;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program behind {@code benchmarks/compare}: measures rows, prints a line for each, and writes the page when it measured everything. */
final class Compare {
    private static final String HELP = """
            Usage: benchmarks/compare [OPTION…] [ROW…]

            Measures this library and its peers side by side, all rows or those named, and prints a line for each setting of a row:

              ROW/SETTING ours=… peer=NAME:… ratio=… target=… ok|short

            A run of everything writes docs/benchmarks.md, too.

              --list                     prints the rows, and measures nothing
              --cores split|same|both    each process on a core of its own, or all on one; default both
              --idle, --busy             on idle cores, with a spinning process on each, or both; default idle
              --update                   writes the rows that it measures into docs/benchmarks.md, where the others stay
              --rounds N                 programs of each kind, in turn; default 5
              --quick                    one short round, to see whether it runs
            """;

    private static final Path DOCS = Path.of("docs");

    private final PrintStream out;

    private Compare(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            boolean measuredAll =
                    new Compare(out).run(Arguments.parse(List.of(args)).allowing(Plan.OPTIONS));
            if (!measuredAll) {
                System.exit(1);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Whether everything that was asked for could be done. */
    private boolean run(Arguments arguments) throws IOException {
        if (arguments.has("help")) {
            out.print(HELP);
        } else if (arguments.has("list")) {
            Rows.ALL.forEach(
                    row -> out.printf("%-24s %s%n", row.name(), row.title().replace("`", "")));
        } else {
            return compare(Plan.of(arguments));
        }
        return true;
    }

    private boolean compare(Plan plan) throws IOException {
        List<Integer> cores = Cores.allowed();
        Peer python = new Python();
        Session session = new Session(Machine.here(cores.size()), versions(python, plan.rows()));
        python.missing().ifPresent(why -> note(python.name() + " is skipped: " + why));
        boolean canPin = Cores.canPin();
        if (plan.isUpdate()) {
            // Better now than when all is measured.
            Ledger.read(DOCS).requireSame(session);
        }
        Comparison comparison = new Comparison(python, cores);
        List<Result> results = new ArrayList<>();
        int left = 0;
        int failed = 0;
        for (Row row : plan.rows()) {
            for (Setting setting : plan.settings(row)) {
                String obstacle = obstacle(setting, canPin, cores.size());
                if (obstacle.isEmpty()) {
                    Optional<Result> result = measured(comparison, row, setting, plan.effort());
                    result.ifPresent(results::add);
                    failed += result.isPresent() ? 0 : 1;
                } else {
                    note(row.name() + "/" + setting.label() + " is skipped: " + obstacle);
                    left++;
                }
            }
        }
        boolean complete = left == 0 && python.missing().isEmpty();
        // What others of half an hour's rows came to is not lost with one that failed: that keeps the figures it had.
        if (complete && (plan.isUpdate() || (plan.isWhole() && failed > 0))) {
            write(Ledger.read(DOCS).updated(session, today(), results));
        } else if (complete && plan.isWhole()) {
            write(Ledger.of(session, today(), results));
        } else {
            note("docs/benchmarks.md stays as it is: with all peers and at least " + Plan.ROUNDS_OF_THE_PAGE
                    + " rounds, a run of all rows on idle cores replaces it, and --update its rows");
        }
        return failed == 0;
    }

    private Optional<Result> measured(Comparison comparison, Row row, Setting setting, Effort effort) {
        try {
            Result result = comparison.measure(row, setting, effort);
            out.println(result.line());
            return Optional.of(result);
        } catch (IOException e) {
            note(row.name() + "/" + setting.label() + " failed: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static void write(Ledger ledger) throws IOException {
        new Page(ledger).write(DOCS);
        note("wrote docs/benchmarks.md");
    }

    private static List<String> versions(Peer python, List<Row> rows) {
        Stream<String> inJava =
                rows.stream().flatMap(row -> row.javaPeer().stream()).map(JavaPeer::description);
        return Stream.concat(Stream.of(new Ours().description(), python.description()), inJava)
                .distinct()
                .toList();
    }

    private static String obstacle(Setting setting, boolean canPin, int cores) {
        boolean pins = setting.placement().cores() > 0 || setting.load() == Load.BUSY;
        if (pins && !canPin) {
            return "taskset is not installed";
        }
        return setting.placement().cores() > cores ? "there is one core" : "";
    }

    private static void note(String text) {
        System.err.println(text);
    }
}
