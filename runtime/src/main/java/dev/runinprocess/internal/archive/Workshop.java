package dev.runinprocess.internal.archive;

import dev.runinprocess.internal.log.Log;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where this process has an archive made, one at a time: by a process of low priority that reads its order, and sees by the end of that stream that this process is gone.
 */
final class Workshop implements Runnable {
    /** What a program does beside its children comes first; and one that ends now needs no archive. */
    private static final long PAUSE_MILLIS = 500;

    private static final int TRIES = 5;
    private static final long BETWEEN_TRIES_MILLIS = 3000;

    private static boolean busy;

    private final Path directory;
    private final ClassList list;
    private final Consumer<Boolean> made;

    private Workshop(Path directory, ClassList list, Consumer<Boolean> made) {
        this.directory = directory;
        this.list = list;
        this.made = made;
    }

    static synchronized boolean isBusy() {
        return busy;
    }

    private static synchronized boolean begin() {
        boolean wasBusy = busy;
        busy = true;
        return !wasBusy;
    }

    private static synchronized void end() {
        busy = false;
    }

    /**
     * Has one made, unless another is being made.
     *
     * @param made is told whether it is, if it is tried
     * @return whether it is tried
     */
    static boolean order(Path directory, ClassList list, Consumer<Boolean> made) {
        if (!begin()) {
            return false;
        }
        boolean started = false;
        try {
            Thread thread = new Thread(new Workshop(directory, list, made), "runinprocess-archive");
            thread.setDaemon(true);
            thread.start();
            started = true;
            return true;
        } finally {
            if (!started) {
                end();
            }
        }
    }

    @Override
    public void run() {
        boolean success = false;
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            int exitCode = make();
            for (int i = 1; i < TRIES && exitCode == ArchiveMaker.ANOTHER_IS_AT_IT; i++) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
                exitCode = make();
            }
            Log.logger().log(System.Logger.Level.DEBUG, "The maker of archives has ended: exitCode={0}", exitCode);
            success = exitCode == 0;
        } catch (IOException e) {
            Log.logger().log(System.Logger.Level.DEBUG, "No archive could be made", e);
        } catch (InterruptedException e) {
            // Nobody knows this thread; whoever interrupts all there are wants them to end.
        } finally {
            made.accept(success);
            end();
        }
    }

    private int make() throws IOException, InterruptedException {
        Process maker = start();
        try (OutputStream order = maker.getOutputStream()) {
            for (String line : ArchiveMaker.order(directory, list)) {
                order.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            order.flush();
            return maker.waitFor();
        } finally {
            maker.destroy();
        }
    }

    private static Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ArchiveDump.launcher(),
                "-Xshare:auto",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                ArchiveDump.library().getPath(),
                ArchiveMaker.class.getName()));
        List<String> nice = new ArrayList<>(List.of("nice", "-n", "19"));
        nice.addAll(command);
        try {
            return start(nice);
        } catch (IOException e) {
            // There is no such program.
            return start(command);
        }
    }

    private static Process start(List<String> command) throws IOException {
        return ArchiveDump.plain(command)
                .directory(new File("/"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
