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
import java.util.concurrent.Future;
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
    private final ChildJvm jvm;
    private final @Nullable SpareKind kind;
    private final ChildStreams streams;
    private final Ending ending;
    private final CompletableFuture<Outcome<R>> outcome = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> handover = new CompletableFuture<>();

    private boolean ordered;
    private boolean interruptWanted;

    private ProcessChild(LaunchSpec spec, Handover handover) {
        this.spec = spec;
        this.identity = handover.identity();
        this.jvm = handover.jvm();
        this.kind = handover.kind();
        this.streams = new ChildStreams(spec);
        this.ending = new Ending(jvm.process(), spec.grace());
    }

    /**
     * Starts one. Returns as soon as the operating system has the process; what it does from then on is heard by a thread.
     *
     * @throws LaunchException if it cannot be started, or this process has no task itself; nothing is left behind
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
        if (context.isSpare()) {
            throw new LaunchException("Cannot start child process '" + spec.processName()
                    + "': this process was started ahead of its task, has none yet, and only initialises the classes of Processes.preload. "
                    + "Each such process would do the same, whether it ever gets a task or not. Launch from the task.");
        }
        LiveChildren.beginLaunch();
        try {
            Session session = context.session();
            IdentityOfChild identities = new IdentityOfChild(context, session);
            Handover handover = Handover.of(spec, session, pid -> identities.of(spec, pid, initialisers), arguments);
            ProcessChild<R> child = new ProcessChild<>(spec, handover);
            LiveChildren.add(child);
            child.serve(new LinkThread<>(
                    child, handover.jvm().files(), child.identity, handover.unsent(), resultCodec, CallerFrames.now()));
            child.haveOthersStarted(handover.ahead());
            return child;
        } finally {
            LiveChildren.endLaunch();
        }
    }

    private void serve(LinkThread<R> hearing) {
        try {
            streams.connect(jvm.output());
            LinkThread.start(hearing);
        } catch (Error e) {
            // Nobody would hear the child.
            jvm.abandon();
            LiveChildren.remove(this);
            throw e;
        }
    }

    /** Not before this one has shown that such a JVM comes up; and later, when it does not need the processor. */
    private void haveOthersStarted(boolean isProven) {
        SpareKind own = kind;
        if (own == null) {
            return;
        }
        if (isProven) {
            // On this thread: the other has the child's answer to read.
            Spares.taskBegan(own, spec);
        } else {
            Future<?> unused = handover.thenRun(() -> Spares.taskBegan(own, spec));
        }
        Future<?> unused = outcome.thenRun(() -> {
            if (handover.isDone()) {
                Spares.taskEnded(own, spec);
            }
        });
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
        return jvm.process();
    }

    ParentLink link() {
        return jvm.link();
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
        return jvm.process().pid();
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
            jvm.link().output().write(new InterruptFrame(ONLY_TASK).toRaw());
        } catch (IOException e) {
            // It is dead or about to be; there is nothing to interrupt.
        }
    }

    /** Interrupts one task of a child that has its arguments and runs many, by the number it knows it by. */
    public void interrupt(long task) {
        try {
            jvm.link().output().write(new InterruptFrame(task).toRaw());
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
