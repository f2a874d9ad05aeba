package dev.runinprocess.benchmarks;

import java.util.List;

/** What several rounds of one program say: the median, and how far the rounds lie apart. */
record Figure(double median, double least, double most) {
    /** Of the rounds' samples: each round counts by its median, so that one slow round cannot outweigh the others. */
    static Figure ofRounds(List<List<Double>> rounds, Unit unit) {
        List<Double> medians =
                rounds.stream().map(samples -> unit.fromNanos(median(samples))).toList();
        return new Figure(
                median(medians),
                medians.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                medians.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no samples");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
