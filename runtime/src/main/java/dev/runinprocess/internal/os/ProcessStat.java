package dev.runinprocess.internal.os;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * When a process began, which tells it from a later one with the same id; and, by that, whether it is certainly dead. A process that cannot be asked
 * counts as alive: what belongs to the dead is taken from them.
 */
public final class ProcessStat {
    /** What {@link #startOf} says of a process that is gone, or a zombie: it will never again run an instruction. */
    public static final long DEAD = -1;

    /** What {@link #startOf} says if the system does not tell. */
    public static final long UNKNOWN = -2;

    private static final File PROC = new File("/proc/self/stat");
    private static final int MAX_STAT_BYTES = 4096;

    /** Counted after the closing parenthesis of the name, which may contain anything. */
    private static final int STATE_FIELD = 0;

    private static final int START_FIELD = 19;

    private ProcessStat() {}

    /** The process's start, in a unit of this system's own; or {@link #DEAD} or {@link #UNKNOWN}. */
    public static long startOf(long pid) {
        File directory = new File("/proc/" + pid);
        if (!PROC.exists()) {
            return startWithoutProc(pid);
        }
        // Opening fails for other reasons, too, such as too many open files.
        if (!directory.exists()) {
            return DEAD;
        }
        try (InputStream in = new FileInputStream(new File(directory, "stat"))) {
            return parse(new String(in.readNBytes(MAX_STAT_BYTES), StandardCharsets.ISO_8859_1), directory);
        } catch (IOException e) {
            return directory.exists() ? UNKNOWN : DEAD;
        }
    }

    /** Whether a process is stopped, as by SIGSTOP or a debugger, and does nothing until it is told to go on. */
    public static boolean isStopped(long pid) {
        try (InputStream in = new FileInputStream("/proc/" + pid + "/stat")) {
            String stat = new String(in.readNBytes(MAX_STAT_BYTES), StandardCharsets.ISO_8859_1);
            String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
            return state.startsWith("T") || state.startsWith("t");
        } catch (IOException e) {
            // It is gone, or this system does not tell.
            return false;
        }
    }

    private static long parse(String stat, File directory) {
        int nameEnd = stat.lastIndexOf(')');
        if (nameEnd < 0) {
            return UNKNOWN;
        }
        String[] fields = stat.substring(nameEnd + 1).strip().split(" ", -1);
        if (fields.length <= START_FIELD) {
            return UNKNOWN;
        }
        char state = fields[STATE_FIELD].charAt(0);
        if ((state == 'Z' || state == 'X') && threads(directory) <= 1) {
            return DEAD;
        }
        return Long.parseLong(fields[START_FIELD]);
    }

    /** A process whose first thread has ended shows as a zombie while others still run. */
    private static int threads(File directory) {
        String[] threads = new File(directory, "task").list();
        return threads == null ? 0 : threads.length;
    }

    private static long startWithoutProc(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return DEAD;
        }
        return process.get().info().startInstant().map(Instant::toEpochMilli).orElse(UNKNOWN);
    }
}
