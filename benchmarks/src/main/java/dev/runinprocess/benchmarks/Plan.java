package dev.runinprocess.benchmarks;

import dev.runinprocess.benchmarks.rows.Rows;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is to be measured, and how well. */
record Plan(List<Row> rows, Set<Placement> placements, Set<Load> loads, Effort effort, boolean quick, boolean update) {
    /** Fewer tell too little for others to read. */
    static final int ROUNDS_OF_THE_PAGE = 3;

    static final Set<String> OPTIONS = Set.of("help", "list", "quick", "busy", "idle", "cores", "rounds", "update");

    static Plan of(Arguments arguments) {
        List<Row> rows = arguments.words().isEmpty()
                ? Rows.ALL
                : arguments.words().stream().map(Rows::named).toList();
        boolean quick = arguments.has("quick");
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        return new Plan(
                rows,
                placements(arguments.value("cores").orElse("both")),
                loads(arguments.has("idle"), arguments.has("busy")),
                arguments
                        .value("rounds")
                        .map(Plan::rounds)
                        .map(effort::withRounds)
                        .orElse(effort),
                quick,
                arguments.has("update"));
    }

    private static int rounds(String number) {
        int rounds = Integer.parseInt(number);
        if (rounds < 1) {
            throw new IllegalArgumentException("At least one round is needed: rounds=" + rounds);
        }
        return rounds;
    }

    private static Set<Placement> placements(String choice) {
        Set<Placement> all = EnumSet.allOf(Placement.class);
        switch (choice.toLowerCase(Locale.ROOT)) {
            case "split" -> all.remove(Placement.SAME);
            case "same" -> all.removeAll(EnumSet.of(Placement.SPLIT, Placement.FREE));
            case "both" -> {}
            default -> throw new IllegalArgumentException("--cores is split, same or both: cores=" + choice);
        }
        return all;
    }

    private static Set<Load> loads(boolean idle, boolean busy) {
        if (idle && busy) {
            return EnumSet.allOf(Load.class);
        }
        return EnumSet.of(busy ? Load.BUSY : Load.IDLE);
    }

    /** The settings in which to measure this row. */
    List<Setting> settings(Row row) {
        List<Setting> settings = new ArrayList<>();
        for (Placement placement : row.placements()) {
            for (Load load : row.loads()) {
                if (placements.contains(placement) && loads.contains(load)) {
                    settings.add(new Setting(placement, load));
                }
            }
        }
        return settings;
    }

    /** Whether what it measures may stand on the page beside what was measured before. */
    boolean isUpdate() {
        return update && isGoodEnough();
    }

    private boolean isGoodEnough() {
        return !quick && effort.rounds() >= ROUNDS_OF_THE_PAGE;
    }

    /** Whether it is everything on idle cores at least, measured as well as it should be for others to read. */
    boolean isWhole() {
        return isGoodEnough()
                && rows.containsAll(Rows.ALL)
                && placements.containsAll(EnumSet.allOf(Placement.class))
                && loads.contains(Load.IDLE);
    }
}
