package dev.runinprocess.internal.launch;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.log.LogLevel;
import dev.runinprocess.internal.park.Reaper;
import dev.runinprocess.internal.protocol.ExitFrame;
import dev.runinprocess.internal.protocol.ExitingFrame;
import dev.runinprocess.internal.protocol.FailureFrame;
import dev.runinprocess.internal.protocol.FarewellFrame;
import dev.runinprocess.internal.protocol.HelloFrame;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.ProtocolException;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.protocol.ResultFrame;
import dev.runinprocess.internal.protocol.RunFrame;
import dev.runinprocess.internal.session.Session;
import dev.runinprocess.internal.transport.ParentLink;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * The thread that hears one child, from its hello to its end. For a child that is no daemon it is a non-daemon thread, which
 * is what keeps this JVM until the child has ended.
 *
 * @param <R> the task's result
 */
final class LinkThread<R> implements Runnable {
    private final ProcessChild<R> child;
    private final LaunchFiles files;
    private final Identity identity;
    private final Codec<R> resultCodec;
    private final StackTraceElement[] caller;
    private final ChildObituary obituary;
    private @Nullable Payload arguments;
    private boolean saidFarewell;

    /**
     * Prepares to hear a child.
     *
     * @param arguments what the child is to be sent; null if it was sent its task already
     */
    LinkThread(
            ProcessChild<R> child,
            LaunchFiles files,
            Identity identity,
            @Nullable Payload arguments,
            Codec<R> resultCodec,
            StackTraceElement[] caller) {
        this.child = child;
        this.files = files;
        this.identity = identity;
        this.arguments = arguments;
        this.resultCodec = resultCodec;
        this.caller = caller;
        this.obituary = new ChildObituary(child.spec(), child.pid());
    }

    static void start(LinkThread<?> hearing) {
        // Before the hello the fifos show no end of file: the process's own end has to.
        Future<?> unused = hearing.child.process().onExit().thenRun(hearing.child.link()::settle);
        Thread thread =
                new Thread(hearing, "runinprocess-" + hearing.child.spec().processName());
        thread.setDaemon(hearing.child.spec().daemon() || hearing.child.outlivesParent());
        thread.start();
    }

    @Override
    public void run() {
        @Nullable ScheduledFuture<?> timeout = null;
        try (ParentLink link = child.link()) {
            timeout = limitTask();
            converse(link);
        } catch (ProtocolException e) {
            obituary.linkBroke(e);
            child.kill();
        } catch (IOException e) {
            // The link is closed now, at which a child that lives ends.
            obituary.linkBroke(e);
        } catch (OutOfMemoryError e) {
            complete(new Outcome.Threw<>(new NotTransferableException(
                    "What " + child.spec().task().displayName()
                            + " sent came, but this process has no memory for it: raise its -Xmx. " + e,
                    e)));
            child.kill();
        } catch (RuntimeException | Error e) {
            // A frame that made no sense: the child is of no more use, and nobody may wait for ever.
            complete(new Outcome.Threw<>(e));
            child.kill();
        }
        awaitExit();
        if (timeout != null) {
            timeout.cancel(false);
        }
        finish();
    }

    private @Nullable ScheduledFuture<?> limitTask() {
        return child.spec()
                .timeout()
                .<@Nullable ScheduledFuture<?>>map(limit -> Timer.after(limit, () -> {
                    obituary.timedOut(limit);
                    child.end();
                }))
                .orElse(null);
    }

    private @Nullable ScheduledFuture<?> limitStart() {
        if (DebugMode.makesWait(child.spec())) {
            return null;
        }
        Duration limit = child.spec().startTimeout();
        return Timer.after(limit, () -> {
            obituary.timedOut(limit);
            child.kill();
        });
    }

    private void converse(ParentLink link) throws IOException {
        RawFrame first = readFirst(link);
        link.settle();
        files.deleteArgumentFile();
        if (first == null) {
            return;
        }
        HelloFrame hello = HelloFrame.from(first);
        obituary.helloCame();
        if (!obituary.accepts(hello)) {
            child.process().destroyForcibly();
            return;
        }
        order(link);
        while (handleNext(link)) {
            // Until the link ends.
        }
    }

    /** Keeps no frame while it waits for the next, which may be far away. */
    private boolean handleNext(ParentLink link) throws IOException {
        RawFrame frame = link.input().read();
        if (frame == null) {
            return false;
        }
        handle(frame);
        return true;
    }

    private @Nullable RawFrame readFirst(ParentLink link) throws IOException {
        @Nullable ScheduledFuture<?> limit = limitStart();
        try {
            return link.input().read(HelloFrame.MAX_BODY_BYTES);
        } finally {
            if (limit != null) {
                limit.cancel(false);
            }
        }
    }

    private void order(ParentLink link) {
        Payload encoded = arguments;
        arguments = null;
        try {
            if (encoded != null) {
                link.output().write(new RunFrame(identity, LogLevel.captured(), encoded).toRaw());
            }
            obituary.orderWritten();
            child.ordered();
        } catch (IOException e) {
            // It died while it read them; what it managed to say before is still in the link.
        }
    }

    private void handle(RawFrame frame) throws IOException {
        switch (frame.type()) {
            case ResultFrame.TYPE -> complete(new Outcome.Arrived<>(() -> decode(frame)));
            case FailureFrame.TYPE -> {
                FailureFrame failure = FailureFrame.from(frame);
                complete(new Outcome.Arrived<>(() -> new Outcome.Threw<>(rebuild(failure))));
            }
            case ExitingFrame.TYPE -> {
                obituary.exitsItself();
                sayFarewell();
            }
            case ExitFrame.TYPE -> announceExit(ExitFrame.from(frame).exitCode());
            default -> throw new ProtocolException("it sent a frame of unknown type: type=" + frame.type());
        }
    }

    /** Once: a child that takes long to end goes on saying that it does, to hear whether this process lives. */
    private void sayFarewell() {
        if (saidFarewell) {
            return;
        }
        saidFarewell = true;
        try {
            child.link().output().write(FarewellFrame.toRaw());
        } catch (IOException e) {
            // It is dead by now; what it said before is still in the link.
        }
    }

    /** The process has still to be freed, which nobody needs to wait for; files and locks follow when it is. */
    private void announceExit(int exitCode) {
        if (child.streams().haveEnded() && child.outcome().isDone()) {
            child.exit().complete(exitCode);
        }
    }

    private Outcome<R> decode(RawFrame frame) {
        try {
            return new Outcome.Returned<>(new ValueReader(frame.body()).read(resultCodec));
        } catch (NotTransferableException e) {
            return new Outcome.Threw<>(e);
        } catch (RuntimeException | Error e) {
            return new Outcome.Threw<>(new NotTransferableException(
                    "The result of " + child.spec().task().displayName() + " came, but could not be read: " + e, e));
        }
    }

    private Throwable rebuild(FailureFrame failure) {
        ClassLoader loader = child.spec().task().entryPoint().getClassLoader();
        return new ThrowableRebuilder(loader).rebuild(failure.thrown(), identity, caller);
    }

    private void complete(Outcome<R> outcome) {
        child.outcome().complete(outcome);
    }

    private void awaitExit() {
        boolean interrupted = false;
        while (true) {
            try {
                child.process().waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** In this order: what waits for the outcome may look at the exit, and what waits for the exit at everything. */
    private void finish() {
        int exitCode = child.process().exitValue();
        try {
            child.streams().awaitEnd();
            obituary.ended(exitCode, child.streams().lastErrorLines(), files.readCrashLog());
            complete(new Outcome.Died<>(obituary::exception));
            if (obituary.hasExitedItself()) {
                files.takeClassList();
            }
            files.deleteAll();
            Session.forget(identity);
            Reaper.childEnded(identity.pid());
        } catch (RuntimeException | Error e) {
            complete(new Outcome.Threw<>(e));
            throw e;
        } finally {
            LiveChildren.remove(child);
            child.exit().complete(exitCode);
        }
    }
}
