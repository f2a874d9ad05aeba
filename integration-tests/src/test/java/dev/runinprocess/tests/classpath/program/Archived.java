package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.RunInProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A program that starts children one after the other, and prints which archive of classes each uses besides that of the JDK. */
public final class Archived {
    private static final Duration DEADLINE = Duration.ofSeconds(25);

    private Archived() {}

    /** Starts as many as the argument says; or, if it says {@code until}, as many as it takes until one uses an archive. */
    public static void main(String[] args) throws Exception {
        boolean until = args[0].equals("until");
        int count = until ? Integer.MAX_VALUE : Integer.parseInt(args[0]);
        Instant deadline = Instant.now().plus(DEADLINE);
        for (int i = 0; i < count; i++) {
            String archive = ArchiveInUseLauncher.invoke();
            if (!until || !archive.isEmpty() || Instant.now().isAfter(deadline)) {
                System.out.println("archive=" + archive);
                if (until) {
                    return;
                }
            }
        }
    }

    /** What the kernel says is mapped to this process's memory. */
    @RunInProcess
    static String archiveInUse() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.endsWith(".jsa"))
                .map(line -> line.substring(line.indexOf('/')))
                .filter(file -> !file.startsWith(System.getProperty("java.home")) && !file.contains("/lib/server/"))
                .findFirst()
                .orElse("");
    }
}
