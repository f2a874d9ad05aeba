package dev.runinprocess.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures rows, ours and its peer in turn. */
final class Comparison {
    private final Peer ours = new Ours();
    private final Peer python;
    private final List<Integer> cores;

    Comparison(Peer python, List<Integer> cores) {
        this.python = python;
        this.cores = cores;
    }

    /** Ours and the peer alternate, so that both see the same machine; in every other round the peer is first, so that nobody always follows the other. */
    Result measure(Row row, Setting setting, Effort usual) throws IOException {
        Effort effort = effort(row, setting, usual);
        Peer peer = row.javaPeer().<Peer>map(InJava::new).orElse(python);
        List<List<Double>> oursRounds = new ArrayList<>();
        List<List<Double>> peersRounds = new ArrayList<>();
        boolean withPeer = peer.missing().isEmpty();
        MeasuringProgram ourProgram = new MeasuringProgram(ours, row, effort, pinned(setting.placement()));
        Effort peersEffort =
                peer.compiles() ? effort : effort.withTimes(usual.warmUpSeconds(), effort.measureSeconds());
        MeasuringProgram peersProgram = new MeasuringProgram(peer, row, peersEffort, pinned(setting.placement()));
        BusyCores busy = BusyCores.start(setting.load() == Load.BUSY ? cores : List.of());
        try {
            for (int round = 0; round < effort.rounds(); round++) {
                boolean oursFirst = round % 2 == 0;
                if (oursFirst) {
                    oursRounds.add(ourProgram.run());
                }
                if (withPeer) {
                    peersRounds.add(peersProgram.run());
                }
                if (!oursFirst) {
                    oursRounds.add(ourProgram.run());
                }
            }
        } finally {
            busy.end();
        }
        return new Result(
                row,
                setting,
                Figure.ofRounds(oursRounds, row.unit()),
                peer.name(),
                withPeer ? Optional.of(Figure.ofRounds(peersRounds, row.unit())) : Optional.empty());
    }

    private static Effort effort(Row row, Setting setting, Effort usual) {
        Effort asked = row.effort(usual);
        return setting.placement() == Placement.SAME ? asked.onOneCore(usual) : asked;
    }

    /** The core of the program, and that of the other process if there is one. */
    private List<Integer> pinned(Placement placement) {
        return switch (placement.cores()) {
            case 0 -> List.of();
            case 1 -> List.of(cores.get(0), cores.get(0));
            default -> List.of(cores.get(0), cores.get(1));
        };
    }
}
