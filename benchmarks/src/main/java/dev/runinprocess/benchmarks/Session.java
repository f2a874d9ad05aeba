package dev.runinprocess.benchmarks;

import java.util.List;

/** The circumstances of one run of the comparison. */
record Session(Machine machine, List<String> versions, String loadBefore) {}
