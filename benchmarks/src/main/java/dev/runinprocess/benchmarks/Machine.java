package dev.runinprocess.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the figures depend on: the processor, its cores, the memory and the kernel. */
record Machine(String processor, int cores, long memoryMebibytes, String kernel) {
    static Machine here(int cores) throws IOException {
        List<String> memory = Files.readAllLines(Path.of("/proc/meminfo"));
        return new Machine(
                value(Files.readAllLines(Path.of("/proc/cpuinfo")), "model name"),
                cores,
                Long.parseLong(value(memory, "MemTotal").split(" ", -1)[0]) / 1024,
                System.getProperty("os.name") + " "
                        + System.getProperty("os.version").replaceFirst("-.*", ""));
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s, %d cores, %.1f GiB, %s", processor, cores, memoryMebibytes / 1024.0, kernel);
    }
}
