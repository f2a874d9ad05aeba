package dev.runinprocess.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A process on each core that never rests, until ended or until this process is gone. */
final class BusyCores {
    /** A shell that counts, and looks now and then whether the process is there that it works for. */
    private static final String SPIN =
            "while [ -d /proc/$1 ]; do i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; done";

    private final List<Process> spinning = new ArrayList<>();

    static BusyCores start(List<Integer> cores) throws IOException {
        BusyCores busy = new BusyCores();
        try {
            for (int core : cores) {
                busy.spinning.add(spinOn(core));
            }
        } catch (IOException e) {
            busy.end();
            throw e;
        }
        return busy;
    }

    private static Process spinOn(int core) throws IOException {
        String self = "" + ProcessHandle.current().pid();
        return new ProcessBuilder("taskset", "-c", "" + core, "sh", "-c", SPIN, "sh", self)
                .inheritIO()
                .start();
    }

    void end() {
        for (Process process : spinning) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
