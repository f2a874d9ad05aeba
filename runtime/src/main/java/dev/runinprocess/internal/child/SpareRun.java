package dev.runinprocess.internal.child;

import dev.runinprocess.internal.os.TerminalSignals;
import dev.runinprocess.internal.protocol.AcceptedFrame;
import dev.runinprocess.internal.protocol.HelloFrame;
import dev.runinprocess.internal.protocol.OrderFrame;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.protocol.RefusedFrame;
import dev.runinprocess.internal.protocol.SpareFrame;
import dev.runinprocess.internal.protocol.SpareHelloFrame;
import dev.runinprocess.internal.session.DeadSession;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.transport.ChildLink;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The life of a JVM that is started ahead: it does early what would take time later, and waits. Given a task, it becomes the child that runs it. */
public final class SpareRun {
    private final TaskSource source;
    private final ChildLink link;
    private @Nullable LaterAct later;
    private final AtomicBoolean decided = new AtomicBoolean();

    private SpareRun(TaskSource source, ChildLink link) {
        this.source = source;
        this.link = link;
    }

    /**
     * Waits for a task and runs it, on the calling thread, which is the JVM's main thread. Halts if the parent goes.
     *
     * @param commandLine what {@link ChildArguments} reads
     * @throws Throwable what the task threw, after it was reported
     */
    public static void run(TaskSource source, String[] commandLine) throws Throwable {
        ChildArguments arguments = ChildArguments.parse(commandLine);
        if (arguments.ignoresTerminalSignals()) {
            TerminalSignals.ignore();
        }
        OrderFrame order = null;
        SpareRun spare = null;
        try {
            spare = new SpareRun(source, ChildLink.open(arguments.inputPath(), arguments.outputPath()));
            order = spare.awaitOrder(arguments);
        } catch (IOException e) {
            // The parent is gone.
        }
        if (spare == null || order == null) {
            DeadSession.remove(arguments.sessionDirectory());
            Runtime.getRuntime().halt(1);
            return;
        }
        ChildRun.run(source.task(order.entryPoint()), order.fingerprint(), spare.link, arguments, spare.later);
    }

    /** A JVM that was told to end goes on for a third of a second, and would take a task that it cannot do. */
    private void endAtOnceIfTold() {
        Thread hook = new Thread("runinprocess-spare-end") {
            @Override
            public void run() {
                if (decided.compareAndSet(false, true)) {
                    Runtime.getRuntime().halt(1);
                }
            }
        };
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private @Nullable OrderFrame awaitOrder(ChildArguments arguments) throws IOException {
        endAtOnceIfTold();
        RawFrame first = link.input().read();
        if (first == null) {
            return null;
        }
        SpareFrame told = SpareFrame.from(first);
        ProcessContext.becomeSpare(told.identity());
        if (arguments.sendsExitFrame()) {
            later = LaterAct.register();
        }
        new Rehearsal(source, told).run();
        List<String> preload = told.identity().startRules().preload();
        if (preload.isEmpty()) {
            sayHello(told, "");
            return acceptOrder(told);
        }
        SpareListener listener = SpareListener.start(this, told);
        try {
            sayHello(told, Preloading.run(preload));
        } catch (IOException e) {
            // The other thread hears that the parent is gone, too, and ends what was started meanwhile.
        }
        return listener.awaitOrder();
    }

    private void sayHello(SpareFrame told, String problem) throws IOException {
        link.output().write(new SpareHelloFrame(HelloFrame.CURRENT_VERSION, told.secret(), problem).toRaw());
    }

    /** Waits for an order, and says that it will be done; null if the parent is gone or another, or this process is about to end. */
    @Nullable
    OrderFrame acceptOrder(SpareFrame told) throws IOException {
        RawFrame second = link.input().read();
        if (second == null) {
            return null;
        }
        OrderFrame order = OrderFrame.from(second);
        if (!order.secret().matches(told.secret())) {
            link.output().write(RefusedFrame.toRaw());
            return null;
        }
        if (!decided.compareAndSet(false, true)) {
            return null;
        }
        link.output().write(AcceptedFrame.toRaw());
        return order;
    }
}
