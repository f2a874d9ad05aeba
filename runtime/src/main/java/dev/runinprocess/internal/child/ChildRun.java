package dev.runinprocess.internal.child;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.log.LogLevel;
import dev.runinprocess.internal.os.TerminalSignals;
import dev.runinprocess.internal.protocol.FailureFrame;
import dev.runinprocess.internal.protocol.HelloFrame;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.protocol.ResultFrame;
import dev.runinprocess.internal.protocol.RunFrame;
import dev.runinprocess.internal.protocol.ThrownException;
import dev.runinprocess.internal.session.DeadSession;
import dev.runinprocess.internal.session.ParentState;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.transport.ChildLink;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * One child's life: hello, task, report. What follows the return is the JVM's own way out, which waits for non-daemon threads.
 */
public final class ChildRun {
    /** What the launcher makes of a main method that returned, and of one that threw. */
    private static final int SUCCESS = 0;

    private static final int EXCEPTION = 1;

    private final ChildTask task;
    private final ChildLink link;
    private Payload arguments = Payload.empty();
    private @Nullable LastAct lastAct;

    private ChildRun(ChildTask task, ChildLink link) {
        this.task = task;
        this.link = link;
    }

    /**
     * Runs a task on the calling thread, which is the child's main thread.
     *
     * @param commandLine what {@link ChildArguments} reads
     * @throws Throwable what the task threw, after it was reported: the JVM prints it and exits with code 1
     */
    public static void run(ChildTask task, String[] commandLine) throws Throwable {
        ChildArguments arguments = ChildArguments.parse(commandLine);
        if (arguments.ignoresTerminalSignals()) {
            TerminalSignals.ignore();
        }
        ChildLink link;
        try {
            link = ChildLink.open(arguments.inputPath(), arguments.outputPath());
        } catch (IOException e) {
            // Most likely the parent is gone, and this may be the last of its tree.
            DeadSession.remove(arguments.sessionDirectory());
            throw e;
        }
        run(task, task.fingerprint(), link, arguments, null);
    }

    /** As above, with a link that is open. The parent may have sent its order already: one of other code than it wants obeys none. */
    static void run(
            ChildTask task,
            String wantedFingerprint,
            ChildLink link,
            ChildArguments arguments,
            @Nullable LaterAct later)
            throws Throwable {
        ChildRun child = new ChildRun(task, link);
        LinkListener listener;
        try {
            listener = child.receiveOrder(task.fingerprint().equals(wantedFingerprint));
        } catch (IOException e) {
            // As above.
            DeadSession.remove(arguments.sessionDirectory());
            throw e;
        }
        if (listener == null) {
            // The parent is gone, or found that we are not the code it wants, and has said so to its caller.
            DeadSession.remove(arguments.sessionDirectory());
            Runtime.getRuntime().halt(1);
            return;
        }
        if (arguments.sendsExitFrame()) {
            child.prepareLastAct(listener, later);
        }
        child.perform(listener);
    }

    private @Nullable LinkListener receiveOrder(boolean obeys) throws IOException {
        link.output().write(new HelloFrame(HelloFrame.CURRENT_VERSION, task.fingerprint(), task.signature()).toRaw());
        RawFrame answer = link.input().read();
        while (answer != null && !obeys) {
            answer = link.input().read();
        }
        if (answer == null) {
            return null;
        }
        RunFrame order = RunFrame.from(answer);
        Identity identity = order.identity();
        ParentState parent = ProcessContext.become(identity);
        LogLevel.apply(order.logLevel());
        LinkListener listener = LinkListener.start(link, identity, parent, Thread.currentThread());
        reportExitBy(listener);
        arguments = order.arguments();
        return listener;
    }

    /** Runs a task whose result goes nowhere, so that the JVM knows the code when it runs one that matters. */
    static void rehearse(ChildTask task, ChildLink link, LinkListener silent) throws Throwable {
        new ChildRun(task, link).perform(silent);
    }

    private void reportExitBy(LinkListener listener) {
        try {
            Runtime.getRuntime().addShutdownHook(new ExitReport(link.output(), listener));
        } catch (IllegalStateException e) {
            // A signal came first: this JVM is ending already, and its parent sees it by itself.
        }
    }

    private void prepareLastAct(LinkListener listener, @Nullable LaterAct later) {
        LastAct act = new LastAct(link.output(), listener);
        if (later == null) {
            LastSlot.register(act);
        } else {
            later.become(act);
        }
        lastAct = act;
    }

    private void perform(LinkListener listener) throws Throwable {
        RawFrame result;
        try {
            result = resultOfTask(listener);
        } catch (Throwable thrown) {
            flushStreams();
            report(new FailureFrame(ThrownException.of(thrown)).toRaw());
            ended(EXCEPTION);
            throw thrown;
        }
        flushStreams();
        report(result);
        ended(SUCCESS);
    }

    private void ended(int exitCode) {
        if (lastAct != null) {
            lastAct.taskEnded(exitCode);
        }
    }

    private RawFrame resultOfTask(LinkListener listener) throws Throwable {
        task.read(takeArguments());
        TaskInterrupts interrupts = listener.interrupts();
        interrupts.begins(TaskInterrupts.ONLY_TASK);
        try {
            task.invoke(interrupts);
        } finally {
            interrupts.ends();
        }
        ValueWriter result = new ValueWriter();
        task.writeResult(result);
        return new ResultFrame(result.toPayload()).toRaw();
    }

    /** Nothing keeps the bytes once they are read: the task gets their memory. */
    private ValueReader takeArguments() {
        ValueReader reader = new ValueReader(arguments);
        arguments = Payload.empty();
        return reader;
    }

    /** Before the report, so that who has the result has the output, too. */
    private static void flushStreams() {
        flush(System.out);
        flush(System.err);
    }

    private void report(RawFrame frame) {
        try {
            link.output().write(frame);
        } catch (IOException e) {
            // The parent is gone; the listener sees the same and decides what becomes of this process.
        }
    }

    /** The task may have closed its streams, or set them to null; that turns no success into a failure. */
    private static void flush(PrintStream stream) {
        if (stream != null) {
            stream.flush();
        }
    }
}
