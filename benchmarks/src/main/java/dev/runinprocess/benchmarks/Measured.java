package dev.runinprocess.benchmarks;

import java.time.LocalDate;

/** A result, and the day on which it was measured. */
record Measured(LocalDate day, Result result) {}
