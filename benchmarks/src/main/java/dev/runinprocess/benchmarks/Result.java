package dev.runinprocess.benchmarks;

import java.util.Optional;
import java.util.OptionalDouble;

/** A row in one setting, measured. */
record Result(Row row, Setting setting, Figure ours, String peer, Optional<Figure> peers) {
    String name() {
        return row.name() + "/" + setting.label();
    }

    /** Ours over the peer's. */
    OptionalDouble ratio() {
        return peers.isEmpty() || peers.get().median() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(ours.median() / peers.get().median());
    }

    /** How many times faster ours is. */
    OptionalDouble speedUp() {
        OptionalDouble ratio = ratio();
        if (ratio.isEmpty() || row.unit() == Unit.PROCESSOR_SHARE || row.unit() == Unit.BYTES) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(row.unit() == Unit.RATE ? ratio.getAsDouble() : 1 / ratio.getAsDouble());
    }

    Verdict verdict() {
        return row.target().judge(ours.median(), ratio());
    }

    String shownRatio() {
        return ratio().isPresent() ? Unit.digits(ratio().getAsDouble()) : "-";
    }

    String shownPeer() {
        return peers.map(figure -> row.unit().show(figure.median())).orElse("skipped");
    }

    /** The row's one line on standard output. */
    String line() {
        return name() + " ours=" + row.unit().show(ours.median()) + " peer=" + peer + ":" + shownPeer() + " ratio="
                + shownRatio() + " target=" + row.target() + " " + verdict();
    }
}
