package dev.runinprocess.internal.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A second JVM, in which another program of the same user makes and removes directories. */
final class OtherJvm implements AutoCloseable {
    private final Process process;
    private final String line;

    private OtherJvm(Process process, String line) {
        this.process = process;
        this.line = line;
    }

    /** The one that has made a locked directory in this place, and lives until it is killed. */
    static OtherJvm holdingADirectoryIn(Path base) throws IOException {
        return start("hold", base);
    }

    /** Whether another program would remove the directory, as the other program has tried it. */
    static boolean removesIfDead(Path directory) throws IOException {
        try (OtherJvm other = start("remove", directory)) {
            return Boolean.parseBoolean(other.line);
        }
    }

    private static OtherJvm start(String what, Path path) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName(),
                        what,
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new OtherJvm(process, line);
    }

    /** The directory that it holds. */
    Path directory() {
        return Path.of(line);
    }

    /** Kills it with SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] args) throws IOException {
        Path path = Path.of(args[1]);
        if (args[0].equals("hold")) {
            LockedDirectory held = LockedDirectory.create(path);
            System.out.println(held.path());
            int unused = System.in.read();
            held.remove();
        } else {
            System.out.println(LockedDirectory.removeIfDead(path));
        }
    }
}
