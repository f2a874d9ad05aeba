package dev.runinprocess.internal.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory this machine has. */
public final class PhysicalMemory {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final String TOTAL = "MemTotal:";
    private static final long UNKNOWN = Long.MAX_VALUE;

    private PhysicalMemory() {}

    /** In bytes; as many as there are numbers where nobody says. A container may have less. */
    public static long bytes() {
        try {
            return bytes(Files.readAllLines(MEMORY));
        } catch (IOException e) {
            // Not Linux: whoever asks is told of more than there can be.
            return UNKNOWN;
        }
    }

    static long bytes(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(TOTAL)) {
                String[] words = line.substring(TOTAL.length()).strip().split(" ", -1);
                return Long.parseLong(words[0]) * 1024;
            }
        }
        return UNKNOWN;
    }
}
