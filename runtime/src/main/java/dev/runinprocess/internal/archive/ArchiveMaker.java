package dev.runinprocess.internal.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the process that makes an archive. It reads what is wanted from standard input, whose end is that of the process that wants it: then it ends what it
 * has started, and leaves nothing. The lock of the directory is the operating system's, and goes with this process.
 */
public final class ArchiveMaker {
    /** Its exit code if another process has the lock. */
    static final int ANOTHER_IS_AT_IT = 2;

    private static final int FAILED = 1;
    private static final String END = "# end";

    private final ArchiveDirectory directory;
    private final ClassList wanted;
    private @Nullable Process jvm;
    private boolean ownerGone;
    private boolean alone;

    private ArchiveMaker(ArchiveDirectory directory, ClassList wanted) {
        this.directory = directory;
        this.wanted = wanted;
    }

    /** What {@link #main} reads. */
    static List<String> order(Path directory, ClassList list) {
        List<String> lines = new ArrayList<>();
        lines.add(directory.toString());
        lines.addAll(list.lines());
        lines.add(END);
        return lines;
    }

    /** Reads an order and carries it out. */
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line == null || !line.equals(END); line = in.readLine()) {
            if (line == null) {
                Runtime.getRuntime().halt(FAILED);
            }
            lines.add(line);
        }
        ArchiveMaker maker = new ArchiveMaker(
                new ArchiveDirectory(Path.of(lines.get(0))), ClassList.parse(lines.subList(1, lines.size())));
        maker.watch(in);
        Runtime.getRuntime().halt(maker.make());
    }

    private void watch(BufferedReader in) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (in.read() >= 0) {
                            // Nothing more is said.
                        }
                    } catch (IOException e) {
                        // The stream has ended.
                    }
                    abandon();
                },
                "runinprocess-owner");
        watch.setDaemon(true);
        watch.start();
    }

    private int make() throws IOException, InterruptedException {
        directory.prepare();
        try (FileChannel channel =
                        FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return ANOTHER_IS_AT_IT;
            }
            begin();
            return makeAlone();
        }
    }

    private synchronized void begin() throws IOException {
        alone = true;
        directory.removeUnfinished();
    }

    private int makeAlone() throws IOException, InterruptedException {
        ArchiveJob job = wanted.job();
        ArchiveFile finished = directory.finished(job.key());
        ClassList all = wanted;
        Optional<ClassList> existing = finished.usable();
        if (existing.isPresent()) {
            all = existing.get().plus(wanted);
            if (all.classes().size() == existing.get().classes().size()) {
                return 0;
            }
        }
        ArchiveFile unfinished = directory.unfinished(job.key());
        try {
            ArchiveDump.make(all, unfinished, this::begins);
            publish(unfinished, finished);
        } catch (ArchiveImpossibleException e) {
            refuse(job.key());
            return FAILED;
        } finally {
            directory.removeUnfinished();
        }
        directory.evict();
        return 0;
    }

    /** So that nobody tries again soon; but a JVM that was ended from here has not failed. */
    private synchronized void refuse(String key) throws IOException {
        if (!ownerGone) {
            directory.refuse(key);
        }
    }

    /** The archive first: an old list beside a new archive says less than is true, and a new one beside an old archive more. */
    private static void publish(ArchiveFile unfinished, ArchiveFile finished) throws IOException {
        force(unfinished.archive());
        Files.move(unfinished.archive(), finished.archive(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinished.list(), finished.list(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file whose name survives a power failure, and whose content does not, would be refused at each launch. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private synchronized void begins(Process started) {
        jvm = started;
        if (ownerGone) {
            started.destroyForcibly();
        }
    }

    private void abandon() {
        Process running;
        boolean begun;
        synchronized (this) {
            ownerGone = true;
            running = jvm;
            begun = alone;
        }
        try {
            if (running != null) {
                running.destroyForcibly().waitFor();
            }
            if (begun) {
                directory.removeUnfinished();
            }
        } catch (IOException | InterruptedException e) {
            // The next maker removes it.
        } finally {
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
