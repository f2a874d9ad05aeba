package dev.runinprocess.tests.pool;

import dev.runinprocess.RunInProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** What workers do in the tests of pools. */
final class PoolTasks {
    private PoolTasks() {}

    @RunInProcess
    static int square(int x) {
        return x * x;
    }

    @RunInProcess
    static int multiply(int a, int b) {
        return a * b;
    }

    @RunInProcess
    static long workerPid() {
        return ProcessHandle.current().pid();
    }

    @RunInProcess
    static int failOn(int bad, int x) {
        if (x == bad) {
            throw new IllegalStateException("x is " + x);
        }
        return x;
    }

    @RunInProcess
    static int parse(String text) {
        return Integer.parseInt(text);
    }

    @RunInProcess
    static byte[] echo(byte[] bytes) {
        return bytes;
    }

    /** Says that it is there, and stays until its process is ended or its thread interrupted. */
    @RunInProcess
    static void stay(Path here) throws IOException, InterruptedException {
        Files.writeString(here, Long.toString(ProcessHandle.current().pid()));
        while (true) {
            LockSupport.park(here);
            if (Thread.interrupted()) {
                throw new InterruptedException("as was wished");
            }
        }
    }

    /** Says that it is there, and goes on when another file is there, too. */
    @RunInProcess
    static int goOnAt(Path here, Path go, int result) throws IOException {
        Files.writeString(here, Long.toString(ProcessHandle.current().pid()));
        while (!Files.exists(go)) {
            LockSupport.parkNanos(1_000_000);
        }
        return result;
    }

    @RunInProcess
    static int exit(int code) {
        System.exit(code);
        return code;
    }
}
