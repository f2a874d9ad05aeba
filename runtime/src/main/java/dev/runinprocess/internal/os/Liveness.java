package dev.runinprocess.internal.os;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Whether a process runs. {@link ProcessHandle} counts a process as alive until somebody has asked for its exit code, which in a container may be
 * never, and costs a fresh JVM 8 ms.
 */
public final class Liveness {
    private static final File PROC = new File("/proc/self");

    private Liveness() {}

    /** Whether it still has its memory; a process that is ending gives that back before it closes its files. */
    public static boolean isRunning(long pid) {
        // A command line is part of a process's memory.
        try (InputStream commandLine = new FileInputStream("/proc/" + pid + "/cmdline")) {
            return commandLine.read() >= 0;
        } catch (IOException e) {
            return !PROC.exists() && ProcessHandle.of(pid).isPresent();
        }
    }
}
