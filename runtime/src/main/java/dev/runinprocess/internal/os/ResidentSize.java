package dev.runinprocess.internal.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has in use, as Linux tells. */
public final class ResidentSize {
    /** What {@link #of} says if the system does not tell, or the process is gone. */
    public static final long UNKNOWN = 0;

    private static final String FIELD = "VmRSS:";
    private static final long BYTES_IN_KB = 1024;

    private ResidentSize() {}

    /** In bytes. */
    public static long of(long pid) {
        try {
            for (String line :
                    Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.ISO_8859_1)) {
                if (line.startsWith(FIELD)) {
                    String[] words = line.substring(FIELD.length()).strip().split(" ", 2);
                    return Long.parseLong(words[0]) * BYTES_IN_KB;
                }
            }
        } catch (IOException e) {
            // It is gone, or this system has no such file.
        }
        return UNKNOWN;
    }
}
