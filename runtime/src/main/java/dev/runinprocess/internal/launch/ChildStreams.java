package dev.runinprocess.internal.launch;

import java.io.File;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one child's standard streams go, before and after its start. Standard input is {@code /dev/null}, as in Python: two
 * processes that read one terminal take each other's lines.
 */
final class ChildStreams {
    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    /** What is there to be read takes less; what another process keeps open takes for ever. */
    private static final Duration MOMENT = Duration.ofMillis(2);

    private final LaunchSpec spec;
    private final LineTail tail = new LineTail();
    private @Nullable OutputCapture stdout;
    private @Nullable OutputCapture stderr;
    private @Nullable StreamPump stdoutPump;
    private @Nullable StreamPump stderrPump;

    ChildStreams(LaunchSpec spec) {
        this.spec = spec;
    }

    /** Tells the process to be where its streams go. */
    static void redirect(LaunchSpec spec, ProcessBuilder builder) {
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        builder.redirectOutput(redirectOfStdout(spec));
        builder.redirectError(redirectOfStderr(spec));
    }

    /** Where the operating system sends standard output. */
    static Redirect redirectOfStdout(LaunchSpec spec) {
        return redirect(spec.stdout());
    }

    /** Where the operating system sends standard error. */
    static Redirect redirectOfStderr(LaunchSpec spec) {
        return stderrIsPassedOn(spec) ? Redirect.PIPE : redirect(spec.stderr());
    }

    /**
     * Inherited standard error goes through this process, so that a dead child's last lines are known; but a child that may outlive this process
     * needs a stream that does, too.
     */
    private static boolean stderrIsPassedOn(LaunchSpec spec) {
        return spec.stderr() instanceof StreamTarget.Inherit && !spec.outlivesParent();
    }

    private static Redirect redirect(StreamTarget target) {
        if (target instanceof StreamTarget.Inherit) {
            return Redirect.INHERIT;
        } else if (target instanceof StreamTarget.Discard) {
            return Redirect.DISCARD;
        } else if (target instanceof StreamTarget.ToFile file) {
            return file.append()
                    ? Redirect.appendTo(file.file().toFile())
                    : Redirect.to(file.file().toFile());
        } else if (target instanceof StreamTarget.Forward || target instanceof StreamTarget.Capture) {
            return Redirect.PIPE;
        }
        throw new IllegalStateException("unknown stream target: " + target);
    }

    /** Has what comes through this process go where it should. */
    void connect(JvmOutput output) {
        StreamPump fromStdout = output.stdout();
        if (fromStdout != null) {
            StreamSink sink = sink(spec.stdout(), () -> System.out);
            stdout = sink instanceof OutputCapture capture ? capture : null;
            stdoutPump = fromStdout;
            fromStdout.deliverTo(sink);
        }
        StreamPump fromStderr = output.stderr();
        if (fromStderr != null) {
            StreamSink sink = stderrIsPassedOn(spec) ? new PassThrough() : sink(spec.stderr(), () -> System.err);
            stderr = sink instanceof OutputCapture capture ? capture : null;
            stderrPump = fromStderr;
            fromStderr.deliverTo(new TailedSink(sink, tail));
        }
    }

    private static StreamSink sink(StreamTarget target, Supplier<@Nullable PrintStream> destination) {
        return target instanceof StreamTarget.Forward forward
                ? new LineForwarder(destination, forward.prefix())
                : new OutputCapture();
    }

    /** Waits for the last bytes of a process that is dead. */
    void awaitEnd() {
        for (StreamPump pump : new @Nullable StreamPump[] {stdoutPump, stderrPump}) {
            if (pump != null) {
                boolean unused = pump.awaitEnd(LAST_WORDS);
            }
        }
    }

    /** Whether the last bytes have come, or come in a moment, of a process that has closed its standard error and says so. */
    boolean haveEnded() {
        if (stdoutPump != null) {
            // Native code may have some to write at its very end.
            return false;
        }
        return stderrPump == null || stderrPump.awaitEnd(MOMENT);
    }

    /** The last lines of standard error, as far as they passed through this process. */
    List<String> lastErrorLines() {
        return tail.lines();
    }

    Optional<String> capturedStdout() {
        return Optional.ofNullable(stdout).map(OutputCapture::text);
    }

    Optional<String> capturedStderr() {
        return Optional.ofNullable(stderr).map(OutputCapture::text);
    }
}
