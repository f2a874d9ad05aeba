package dev.runinprocess.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program of its own that measures one row once, ours or a peer's. */
final class MeasuringProgram {
    private static final int LIMIT_SECONDS = 300;

    private final List<String> command;

    MeasuringProgram(Peer peer, Row row, Effort effort, List<Integer> cores) {
        command = new ArrayList<>(peer.command());
        command.addAll(List.of(
                row.name(),
                "--operations",
                "" + row.operations(),
                "--warm-up",
                "" + effort.warmUpSeconds(),
                "--measure",
                "" + effort.measureSeconds()));
        if (!cores.isEmpty()) {
            command.add("--cores");
            command.add(cores.stream().map(core -> "" + core).collect(Collectors.joining(",")));
        }
    }

    /** Runs it and returns its samples. */
    List<Double> run() throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        CompletableFuture<Process> unused = process.onExit()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .whenComplete((ended, late) -> {
                    // Not of one that has ended: that would close its output, which is still read.
                    if (late != null) {
                        end(process);
                    }
                });
        List<Double> samples = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> Run.sampleOn(line).ifPresent(samples::add));
        }
        int code = process.onExit().join().exitValue();
        if (code != 0 || samples.isEmpty()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "A measuring program failed: code=%d, samples=%d, command=%s",
                    code,
                    samples.size(),
                    String.join(" ", command)));
        }
        return samples;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
