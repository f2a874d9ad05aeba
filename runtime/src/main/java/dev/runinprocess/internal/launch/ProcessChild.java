package dev.runinprocess.internal.launch;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.InterruptFrame;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.session.Session;
import dev.runinprocess.internal.transport.ParentLink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A task in a JVM of its own.
 *
 * @param <R> the task's result
 */
public final class ProcessChild<R> implements Child<R> {
    private static final long ONLY_TASK = 1;

    private final LaunchSpec spec;
    private final Identity identity;
    private final Process process;
    private final ParentLink link;
    private final ChildStreams streams;
    private final Ending ending;
    private final CompletableFuture<Outcome<R>> outcome = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> handover = new CompletableFuture<>();

    private boolean ordered;
    private boolean interruptWanted;

    private ProcessChild(LaunchSpec spec, Identity identity, Process process, ParentLink link, ChildStreams streams) {
        this.spec = spec;
        this.identity = identity;
        this.process = process;
        this.link = link;
        this.streams = streams;
        this.ending = new Ending(process, spec.grace());
    }

    /**
     * Starts one. Returns as soon as the operating system has the process; what it does from then on is heard by a thread.
     *
     * @throws LaunchException if it cannot be started; nothing is left behind
     * @throws IllegalStateException if the launch repeats itself without end
     */
    public static <R> ProcessChild<R> start(LaunchSpec spec, Payload arguments, Codec<R> resultCodec) {
        try {
            return launch(spec, arguments, resultCodec);
        } catch (OutOfMemoryError e) {
            if (!isLackOfThreads(e)) {
                throw e;
            }
            // A process without a thread to serve it finds its fifos gone, and ends.
            throw new LaunchException(
                    "Cannot start child process '" + spec.processName()
                            + "': this JVM could not start the threads that serve it: " + e.getMessage()
                            + ". Raise the limit on threads or memory, or start fewer children at once.",
                    e);
        }
    }

    /** The JDK has no type of its own for it. */
    private static boolean isLackOfThreads(OutOfMemoryError error) {
        String message = error.getMessage();
        return message != null && message.contains("native thread");
    }

    private static <R> ProcessChild<R> launch(LaunchSpec spec, Payload arguments, Codec<R> resultCodec) {
        ProcessContext context = ProcessContext.current();
        List<String> initialisers = RecursionGuard.check(context.identity(), spec.task());
        LiveChildren.beginLaunch();
        try {
            Session session = context.session();
            LaunchFiles files = LaunchFiles.in(session);
            ProcessChild<R> child = startJvm(spec, context, files, initialisers);
            LiveChildren.add(child);
            child.serve(
                    new LinkThread<>(child, files, child.identity, arguments, resultCodec, CallerFrames.now()), files);
            return child;
        } finally {
            LiveChildren.endLaunch();
        }
    }

    private static <R> ProcessChild<R> startJvm(
            LaunchSpec spec, ProcessContext context, LaunchFiles files, List<String> initialisers) {
        Session session = context.session();
        ParentLink link = openLink(session);
        try {
            ChildStreams streams = new ChildStreams(spec);
            Process process = startProcess(spec, JavaCommand.write(spec, session, link, files), streams);
            Identity identity = childIdentity(context, session, spec, process.pid(), initialisers);
            return new ProcessChild<>(spec, identity, process, link, streams);
        } catch (RuntimeException | Error e) {
            link.close();
            files.deleteAll();
            throw e;
        }
    }

    private void serve(LinkThread<R> hearing, LaunchFiles files) {
        try {
            streams.pump(process);
            LinkThread.start(hearing);
        } catch (Error e) {
            // Nobody would hear the child.
            abandon(files);
            throw e;
        }
    }

    private static ParentLink openLink(Session session) {
        try {
            return ParentLink.create(session.fifos());
        } catch (IOException e) {
            throw new LaunchException(
                    "Cannot make the control link to the child in " + session.directory() + ": " + e.getMessage(), e);
        }
    }

    private static Process startProcess(LaunchSpec spec, List<String> command, ChildStreams streams) {
        ProcessBuilder builder = new ProcessBuilder(command);
        spec.workingDirectory().ifPresent(directory -> builder.directory(directory.toFile()));
        EnvironmentOptions.adapt(builder.environment());
        builder.environment().putAll(spec.environment());
        streams.redirect(builder);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LaunchException(
                    "Cannot start the JVM of child process '" + spec.processName() + "': " + e.getMessage()
                            + ". Check the launcher (ProcessOptions.javaExecutable), the working directory, the files that its output "
                            + "goes to, and the limits on processes and memory.",
                    e);
        }
    }

    private static Identity childIdentity(
            ProcessContext context, Session session, LaunchSpec spec, long pid, List<String> initialisers) {
        Identity self = context.identity();
        return new Identity(
                spec.processName(),
                pid,
                spec.daemon(),
                spec.outlivesParent(),
                self.pid(),
                self.name(),
                context.rootPid(),
                self.depth() + 1,
                self.maxDepth(),
                self.maxProcesses(),
                session.directory().toString(),
                session.sharedDirectory().toString(),
                self.authKey(),
                initialisers);
    }

    private void abandon(LaunchFiles files) {
        process.destroyForcibly();
        link.close();
        files.deleteAll();
        LiveChildren.remove(this);
    }

    /** Waits until it has its task or has ended, which for a child that may outlive this process is when it may be left alone. */
    void awaitHandover(long limitNanos) {
        try {
            CompletableFuture.anyOf(handover, exit).get(limitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            // It has had its time; without a parent it ends by itself.
        }
    }

    LaunchSpec spec() {
        return spec;
    }

    Process process() {
        return process;
    }

    ParentLink link() {
        return link;
    }

    ChildStreams streams() {
        return streams;
    }

    boolean outlivesParent() {
        return spec.outlivesParent();
    }

    Duration grace() {
        return spec.grace();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Outcome<R>> outcome() {
        return outcome;
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    /** Says that the child has its task, so that what it is told from now on is about that. */
    synchronized void ordered() {
        ordered = true;
        handover.complete(null);
        if (interruptWanted) {
            interrupt();
        }
    }

    @Override
    public synchronized void interrupt() {
        interruptWanted = true;
        if (!ordered) {
            return;
        }
        try {
            link.output().write(new InterruptFrame(ONLY_TASK).toRaw());
        } catch (IOException e) {
            // It is dead or about to be; there is nothing to interrupt.
        }
    }

    /** Interrupts one task of a child that has its arguments and runs many, by the number it knows it by. */
    public void interrupt(long task) {
        try {
            link.output().write(new InterruptFrame(task).toRaw());
        } catch (IOException e) {
            // As above.
        }
    }

    /** Who the child is. */
    public Identity identity() {
        return identity;
    }

    @Override
    public void terminate() {
        ending.terminate();
    }

    @Override
    public void end() {
        ending.terminateThenKill();
    }

    @Override
    public void kill() {
        ending.kill();
    }

    @Override
    public Optional<String> capturedStdout() {
        return streams.capturedStdout();
    }

    @Override
    public Optional<String> capturedStderr() {
        return streams.capturedStderr();
    }
}
