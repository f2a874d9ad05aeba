package dev.runinprocess.benchmarks;

import java.util.List;

/** The machine and the versions in one run of the comparison. */
record Session(Machine machine, List<String> versions) {}
