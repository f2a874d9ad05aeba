package dev.runinprocess.internal.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory this machine has, or the container that this process is in. */
public final class PhysicalMemory {
    private static final Path MEMORY = Path.of("/proc/meminfo");

    /** The limit as a container sees it, by either of the kernel's two ways. Outside of one there is none of these files, or it holds no limit. */
    private static final List<Path> LIMITS =
            List.of(Path.of("/sys/fs/cgroup/memory.max"), Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

    private static final String TOTAL = "MemTotal:";

    /** Where nobody says how much. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    private PhysicalMemory() {}

    /** In bytes; {@link #UNKNOWN}, which is more than there can be, where nobody says. */
    public static long bytes() {
        try {
            long bytes = bytes(Files.readAllLines(MEMORY));
            for (Path limit : LIMITS) {
                bytes = Math.min(bytes, limit(limit));
            }
            return bytes;
        } catch (IOException e) {
            // Not Linux.
            return UNKNOWN;
        }
    }

    static long limit(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            // There is no such file, or it says "max".
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
