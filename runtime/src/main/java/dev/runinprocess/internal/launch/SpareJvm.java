package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.os.ProcessStat;
import dev.runinprocess.internal.os.Processor;
import dev.runinprocess.internal.park.Reaper;
import dev.runinprocess.internal.protocol.AcceptedFrame;
import dev.runinprocess.internal.protocol.HelloFrame;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.OrderFrame;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.protocol.RefusedFrame;
import dev.runinprocess.internal.protocol.SpareFrame;
import dev.runinprocess.internal.protocol.SpareHelloFrame;
import dev.runinprocess.internal.protocol.SpareSecret;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.session.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that was started ahead of its task, until it is given one or ended. Safe for use by many threads.
 */
final class SpareJvm {
    /*
     * A task must run at most once, and whoever launches must not wait for the dead. A spare says that it accepts before it reads the task, which lies behind the
     * order. So one that is dead, and has not said so, has not begun: the task can be given to another. A spare that accepted is a child like any other.
     */

    /** What fits into every pipe that is empty, also into one of a single page, so that nobody waits for a reader. */
    static final int MAX_UNREAD_BYTES = 4096;

    /** How long a spare that is neither dead nor stopped may take to accept; longer than others compute in its place on a busy machine. */
    private static final long ACCEPT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long the operating system may take to end one that was killed. */
    private static final Duration DEATH = Duration.ofSeconds(2);

    /** When to look whether it is dead or stopped. */
    private static final long DOUBT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** How long the answer is waited for without sleeping, which would take longer than most answers. */
    private static final long YIELD_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final SpareKind kind;
    private final ChildJvm jvm;
    private final Identity identity;
    private final SpareSecret secret = SpareSecret.create();
    private State state = State.COMING;

    private enum State {
        COMING,
        READY,
        TAKEN,
        GIVEN,
        ENDED
    }

    /** What becomes of an order. */
    enum Answer {
        /** It will be done. */
        ACCEPTED,

        /** The spare is dead or stopped. */
        GONE,

        /** The spare does not answer, most likely since this machine is busy. */
        NONE
    }

    private SpareJvm(SpareKind kind, ChildJvm jvm, Identity identity) {
        this.kind = kind;
        this.jvm = jvm;
        this.identity = identity;
    }

    /**
     * Starts one, and waits until it is ready.
     *
     * @param pattern a launch of its kind
     * @throws LaunchException if that fails; nothing is left behind
     */
    static SpareJvm start(SpareKind kind, LaunchSpec pattern, Class<?> main) {
        SpareJvm spare = startJvm(kind, pattern, main);
        Future<?> unused = spare.jvm.process().onExit().thenRun(spare::processEnded);
        boolean ready = false;
        try {
            spare.introduce(pattern);
            ready = true;
            return spare;
        } catch (IOException e) {
            throw new LaunchException("A JVM that was started ahead could not be reached: " + e.getMessage(), e);
        } finally {
            if (!ready) {
                spare.end();
            }
        }
    }

    private static SpareJvm startJvm(SpareKind kind, LaunchSpec pattern, Class<?> main) {
        LiveChildren.beginLaunch();
        try {
            ProcessContext context = ProcessContext.current();
            Session session = context.session();
            ChildJvm jvm = ChildJvm.start(pattern, TargetLocation.ofSpare(main, pattern, kind.opening()), session);
            Identity identity =
                    new IdentityOfChild(context, session).ofSpare(jvm.process().pid(), noLaunchers(context, kind));
            SpareJvm spare = new SpareJvm(kind, jvm, identity);
            Spares.add(spare);
            return spare;
        } finally {
            LiveChildren.endLaunch();
        }
    }

    /** What is initialised ahead would launch again in each spare that is started for such a launch. */
    private static List<String> noLaunchers(ProcessContext context, SpareKind kind) {
        List<String> all = new ArrayList<>(context.identity().initialisers());
        all.addAll(kind.preload());
        return all;
    }

    private void introduce(LaunchSpec pattern) throws IOException {
        ScheduledFuture<?> limit = Timer.after(
                pattern.startTimeout(), () -> jvm.process().toHandle().destroyForcibly());
        try {
            String likely = pattern.task().entryPoint().getName();
            jvm.link().output().write(new SpareFrame(secret, identity, likely).toRaw());
            RawFrame first = jvm.link().input().read(HelloFrame.MAX_BODY_BYTES);
            jvm.link().settle();
            jvm.files().deleteArgumentFile();
            if (first == null) {
                throw new LaunchException("A JVM that was started ahead ended before it was ready, or took longer than "
                        + pattern.startTimeout() + ".");
            }
            greet(SpareHelloFrame.from(first));
        } finally {
            limit.cancel(false);
        }
    }

    private void greet(SpareHelloFrame hello) {
        if (hello.version() != HelloFrame.CURRENT_VERSION) {
            throw new LaunchException("A JVM that was started ahead speaks another version of the protocol: version="
                    + hello.version() + ", ours=" + HelloFrame.CURRENT_VERSION);
        }
        if (!hello.secret().matches(secret)) {
            throw new LaunchException("Somebody answered in the place of a JVM that was started ahead: pid="
                    + jvm.process().pid());
        }
        if (!hello.problem().isEmpty()) {
            throw new PreloadFailedException(hello.problem());
        }
        synchronized (this) {
            if (state == State.COMING) {
                state = State.READY;
            }
        }
    }

    SpareKind kind() {
        return kind;
    }

    ChildJvm jvm() {
        return jvm;
    }

    /** Whether it waits for a task. */
    synchronized boolean isReady() {
        return state == State.READY;
    }

    /** Takes it for a launch; from here on it is the caller's to {@link #offer} or {@link #end}. */
    synchronized boolean take() {
        if (state != State.READY) {
            return false;
        }
        state = State.TAKEN;
        return true;
    }

    /** What it is to become. */
    RawFrame order(TaskSpec task) {
        return new OrderFrame(secret, task.entryPoint().getName(), task.fingerprint()).toRaw();
    }

    /**
     * Orders a task and waits for the answer, for a tenth of a second or until it is known that there will be none. Any answer but one leaves a spare that has not
     * begun, and cannot.
     *
     * @param order what {@link #order} returned
     * @param run the task, if both together fit into a link that is empty; null to send it later
     * @throws AuthenticationException if the spare knows another secret
     */
    Answer offer(RawFrame order, @Nullable RawFrame run) throws AuthenticationException {
        if (order.length() > MAX_UNREAD_BYTES) {
            return Answer.NONE;
        }
        try {
            jvm.link().output().write(order);
            if (run != null) {
                jvm.link().output().write(run);
            }
            if (!awaitAnswer()) {
                Answer none = isGone() ? Answer.GONE : Answer.NONE;
                if (!hasAnsweredBeforeItsDeath()) {
                    return none;
                }
            }
            RawFrame answer = jvm.link().input().read(HelloFrame.MAX_BODY_BYTES);
            if (answer != null && answer.type() == RefusedFrame.TYPE) {
                throw new AuthenticationException(
                        "The JVM that was started ahead knows another secret than its parent: pid="
                                + jvm.process().pid());
            }
            return answer != null && answer.type() == AcceptedFrame.TYPE ? given() : Answer.GONE;
        } catch (AuthenticationException e) {
            throw e;
        } catch (IOException e) {
            return Answer.GONE;
        }
    }

    /** Kills it, with all below it, which nobody could find later, and says whether it may have begun. One that the operating system holds on to for longer runs none of its code any more, so the link tells of it as well. */
    private boolean hasAnsweredBeforeItsDeath() throws IOException {
        new Ending(jvm.process(), Duration.ZERO).kill();
        boolean unused = Ending.awaitDeath(jvm.process(), DEATH);
        return jvm.link().input().isReady();
    }

    private synchronized Answer given() {
        state = State.GIVEN;
        Spares.remove(this);
        return Answer.ACCEPTED;
    }

    /** Whether there is an answer. Reading without one would wait for a spare that is stopped, and this is faster by a wake-up. */
    private boolean awaitAnswer() throws IOException {
        long start = System.nanoTime();
        while (!jvm.link().input().isReady()) {
            long waited = System.nanoTime() - start;
            if (waited > ACCEPT_NANOS || (waited > DOUBT_NANOS && isGone())) {
                return false;
            }
            if (waited < YIELD_NANOS) {
                Processor.giveWay();
            } else {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
        }
        return true;
    }

    private boolean isGone() {
        return !jvm.process().isAlive() || ProcessStat.isStopped(jvm.process().pid());
    }

    private void processEnded() {
        jvm.link().settle();
        if (isReady()) {
            end();
        }
    }

    /** Ends it with all that it may have started, unless it has a task or has ended. */
    void end() {
        synchronized (this) {
            if (state == State.GIVEN || state == State.ENDED) {
                return;
            }
            state = State.ENDED;
        }
        Spares.remove(this);
        new Ending(jvm.process(), Duration.ZERO).kill();
        jvm.abandon();
        Future<?> unused = jvm.process().onExit().thenRun(this::forget);
    }

    private void forget() {
        Session.forget(identity);
        Reaper.childEnded(identity.pid());
    }

    /** Ends its process and nothing else, as this process ends. */
    @Nullable
    Process kill() {
        synchronized (this) {
            if (state == State.GIVEN) {
                return null;
            }
        }
        new Ending(jvm.process(), Duration.ZERO).kill();
        return jvm.process();
    }
}
