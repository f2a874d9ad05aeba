package dev.runinprocess.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cores of this machine, and processes pinned to them by {@code taskset}. */
public final class Cores {
    /** No core in particular. */
    public static final int ANY = -1;

    private Cores() {}

    /**
     * Pins all threads of this process to one core, and with them those that they will start; not at all for {@link #ANY}. A JVM pinned before its start would
     * choose a collector and compiler threads for a machine of one core.
     */
    public static void pinTo(int core) throws IOException, InterruptedException {
        if (core != ANY) {
            run(
                    "taskset",
                    "-a",
                    "-c",
                    "-p",
                    "" + core,
                    "" + ProcessHandle.current().pid());
        }
    }

    static boolean canPin() {
        try {
            run("taskset", "--version");
            return true;
        } catch (IOException e) {
            return false; // Not installed.
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while asking for taskset", e);
        }
    }

    /** Those that this process may use. */
    static List<Integer> allowed() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("Cpus_allowed_list:")) {
                return parse(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        throw new IOException("/proc/self/status does not tell the allowed cores");
    }

    /** Of a list as the kernel writes it: {@code 0-3,8}. */
    static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            for (int core = Integer.parseInt(ends[0]); core <= Integer.parseInt(ends[ends.length - 1]); core++) {
                cores.add(core);
            }
        }
        return cores;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with code " + code);
        }
    }
}
