package dev.runinprocess.samples.progress;

import dev.runinprocess.Progress;
import dev.runinprocess.ProgressListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar of a pool's tasks: how many have ended, how many of them failed, how many end per second, and how long the rest will take. Where nobody watches, because the program's output goes to
 * a file or to another program, it shows nothing at all. Safe for use by many threads; to close it leaves the bar as it stands.
 */
public final class TerminalProgress implements ProgressListener, AutoCloseable {
    private static final int COLUMNS = 79;
    private static final int UPDATE_MILLIS = 100;
    private static final int NOBODY_KNOWS = -1;

    private final @Nullable PrintStream out;
    private final String name;
    private @Nullable ProgressBar bar;

    private TerminalProgress(@Nullable PrintStream out, String name) {
        this.out = out;
        this.name = name;
    }

    /** A bar of this name on standard error, if that and standard output are a terminal. */
    public static TerminalProgress named(String name) {
        return new TerminalProgress(isTerminal(1) && isTerminal(2) ? System.err : null, name);
    }

    /** A bar of this name on a stream, whoever reads it. */
    static TerminalProgress on(PrintStream out, String name) {
        return new TerminalProgress(out, name);
    }

    /** What an open file of this process is, Linux tells by its name. Java's own answer, a console, became another one with JDK 22. */
    private static boolean isTerminal(int descriptor) {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(descriptor)))
                    .toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException e) {
            // It is closed, or this system does not tell.
            return false;
        }
    }

    @Override
    public synchronized void progressed(Progress progress) {
        if (out == null) {
            return;
        }
        if (bar == null) {
            bar = begin(out, progress);
        }
        bar.maxHint(progress.total().orElse(NOBODY_KNOWS));
        bar.setExtraMessage(progress.failed() == 0 ? "" : " " + progress.failed() + " failed");
        bar.stepTo(progress.ended());
    }

    private ProgressBar begin(PrintStream stream, Progress progress) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(progress.total().orElse(NOBODY_KNOWS))
                .startsFrom(0, progress.elapsed())
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(stream, COLUMNS))
                .showSpeed(new DecimalFormat("0.0"))
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
