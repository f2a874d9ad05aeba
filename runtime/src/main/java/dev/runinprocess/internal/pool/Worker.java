package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.failure.DeathReport;
import dev.runinprocess.internal.launch.ProcessChild;
import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.protocol.ProtocolException;
import dev.runinprocess.internal.ring.EndState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A worker as its pool sees it: its process, what it was given to do, and the thread that hears it. What is said of it to change is the {@link Dispatcher}'s, under its lock.
 */
final class Worker implements Hearing.Taker, EndState {
    /** So many answers at most are looked at in one go. */
    private static final int ANSWERS = 256;

    private final Dispatcher dispatcher;
    private final ProcessChild<Void> child;
    private final Seat seat;
    private final Claims claims;
    private final Budget.Grant grant;
    private final RingLink link;
    private final Sender sender;
    private final Hearing hearing;
    private final Thread thread;
    private final long startNanos = System.nanoTime();
    private final List<Answered> answers = new ArrayList<>();
    private volatile boolean gone;

    /** Where it stands. */
    enum State {
        STARTING,
        READY,
        RETIRING
    }

    State state = State.STARTING;

    /** Sent, or about to be, and not answered; in order of their numbers. */
    final Deque<QueuedCall> inFlight = new ArrayDeque<>();

    /** Of those, the last ones: not yet sent. */
    List<Portion> outgoing = new ArrayList<>();

    /** How many calls are in flight. */
    int inFlightCalls;

    /** The number of the call given to it last. */
    int lastNumber;

    /** How many bytes of arguments are in flight. */
    long inFlightBytes;

    /** How many calls it was given in its life. */
    long given;

    /** How many it has answered. */
    long done;

    /** When it was given its first call after having none, or answered last. */
    long sinceNanos;

    /** How long it was busy. */
    long busyNanos;

    /** When it became ready. */
    long readyNanos;

    /** When it was found idle last. */
    long idleNanos;

    /** When its memory was looked at last. */
    long measuredNanos;

    /** What its initializer threw. */
    Answer.@Nullable Threw notReady;

    Worker(Dispatcher dispatcher, WorkerLaunch launch, String threadName) {
        this.dispatcher = dispatcher;
        this.child = launch.child();
        this.seat = launch.seat();
        this.grant = launch.grant();
        this.claims = seat.claims();
        this.link = RingLink.ofPool(seat, this);
        this.sender = new Sender(dispatcher, this, link);
        Thread thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
        this.thread = thread;
        this.hearing = new Hearing(link, this, this, thread);
    }

    /** The answer to a call that a number tells, or to so many in a row from there on, which took so long together. */
    record Answered(int number, int count, long nanos, Answer answer) {}

    /** Hears it from now on. */
    void start() {
        Future<?> unused = child.exit().thenRun(() -> {
            gone = true;
            seat.toWorker().tellAll();
            seat.fromWorker().tellAll();
        });
        thread.start();
    }

    /** Whether the process has ended. Its memory says all that it had said before. */
    @Override
    public boolean isOtherGone() {
        return gone;
    }

    @Override
    public boolean isLeft() {
        return false;
    }

    long startNanos() {
        return startNanos;
    }

    ProcessChild<Void> child() {
        return child;
    }

    Claims claims() {
        return claims;
    }

    /** Who takes its answers. */
    Hearing hearing() {
        return hearing;
    }

    private void run() {
        boolean heardAll = false;
        try {
            hearing.hear();
            heardAll = true;
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
        hearing.end();
        DeathReport report = awaitEnd();
        // Its successor may need the place.
        grant.giveBack();
        try {
            if (heardAll) {
                takeLeft();
            }
        } finally {
            try {
                dispatcher.deaths().ended(this, report);
            } finally {
                sender.end();
                seat.free();
            }
        }
    }

    /** What it had done of a run and not told yet when it died: the results are in its ring. */
    private void takeLeft() {
        Answered left = RunAnswer.left(link, seat.progress(), dispatcher.firstUnanswered(this));
        if (left != null) {
            dispatcher.answered(this, List.of(left));
        }
    }

    /** It says what makes no sense, or there is no memory for it: it is of no more use. */
    @Override
    public void failed(Throwable failure) {
        if (!child.exit().isDone()) {
            Log.warning("A pool's worker is ended: pid=" + child.pid(), failure);
        }
        child.kill();
    }

    @Override
    public boolean take(boolean all) throws IOException {
        Message next = next(all);
        if (next == null) {
            return false;
        }
        while (next != null) {
            note(next);
            next = answers.size() < ANSWERS ? next(all) : null;
        }
        if (!answers.isEmpty()) {
            dispatcher.answered(this, answers);
            answers.clear();
        }
        return true;
    }

    private @Nullable Message next(boolean all) {
        return all ? link.poll() : link.pollWhole();
    }

    private void note(Message message) throws IOException {
        ValueReader body = message.body();
        switch (message.kind()) {
            case Message.READY -> {
                seat.deleteFile();
                dispatcher.ready(this);
            }
            case Message.NOT_READY -> notReady = new Answer.Threw(body, child.identity());
            case Message.RETURNED ->
                answers.add(new Answered(body.readInt(), 1, body.readLong(), new Answer.Returned(body)));
            case Message.RUN_RETURNED ->
                answers.add(
                        new Answered(body.readInt(), body.readInt(), body.readLong(), new Answer.RunReturned(body)));
            case Message.THREW ->
                answers.add(new Answered(body.readInt(), 1, body.readLong(), new Answer.Threw(body, child.identity())));
            default -> throw new ProtocolException("a worker sent an unknown message: kind=" + message.kind());
        }
    }

    /** The facts of its end, if that was a death or not. */
    private DeathReport awaitEnd() {
        int exitCode = child.exit().join();
        String stage = "as it was told to";
        try {
            Object unused = child.outcome().join().get();
        } catch (ChildDiedException e) {
            return e.report();
        } catch (ExecutionException e) {
            stage = "because it could not serve its pool: " + e.getCause();
        }
        return new DeathReport(
                PoolWorker.SIGNATURE,
                child.identity().name(),
                child.pid(),
                exitCode,
                true,
                Duration.ofNanos(System.nanoTime() - startNanos),
                stage,
                List.of(),
                Optional.empty());
    }

    /** Sends what it was given, or sees to it. */
    void flush() {
        sender.send();
    }

    /** Lets it do what it has, and end. */
    void finish() {
        seat.finish();
    }
}
