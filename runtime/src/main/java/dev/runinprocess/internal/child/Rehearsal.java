package dev.runinprocess.internal.child;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.log.LogLevel;
import dev.runinprocess.internal.protocol.AcceptedFrame;
import dev.runinprocess.internal.protocol.ExitFrame;
import dev.runinprocess.internal.protocol.ExitingFrame;
import dev.runinprocess.internal.protocol.HelloFrame;
import dev.runinprocess.internal.protocol.OrderFrame;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.protocol.ResultFrame;
import dev.runinprocess.internal.protocol.RunFrame;
import dev.runinprocess.internal.protocol.SpareFrame;
import dev.runinprocess.internal.transport.ChildLink;
import dev.runinprocess.internal.transport.FrameInput;
import dev.runinprocess.internal.transport.FrameOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What a task will need, done once ahead of it with nothing at stake: the second time the JVM has the classes, and knows the code. */
final class Rehearsal {
    private final TaskSource source;
    private final SpareFrame told;

    Rehearsal(TaskSource source, SpareFrame told) {
        this.source = source;
        this.told = told;
    }

    void run() throws IOException {
        exchange(new HelloFrame(HelloFrame.CURRENT_VERSION, "", "").toRaw());
        exchange(AcceptedFrame.toRaw());
        OrderFrame order = OrderFrame.from(exchange(new OrderFrame(told.secret(), "", "").toRaw()));
        boolean unused = order.secret().matches(told.secret());
        RunFrame task = RunFrame.from(exchange(new RunFrame(told.identity(), "", Payload.empty()).toRaw()));
        LogLevel.apply(task.logLevel());
        ValueWriter result = new ValueWriter();
        result.write(Codecs.string(), "");
        RawFrame answer = exchange(new ResultFrame(result.toPayload()).toRaw());
        new ValueReader(answer.body()).read(Codecs.string());
        live();
        load(told.likelyEntryPoint());
    }

    private static RawFrame exchange(RawFrame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FrameOutput(bytes).write(frame);
        RawFrame read = new FrameInput(new ByteArrayInputStream(bytes.toByteArray())).read();
        if (read == null) {
            throw new IOException("a frame was lost within this process");
        }
        return read;
    }

    /** What a child does before and after its task. */
    private void live() {
        TaskInterrupts interrupts = new TaskInterrupts(Thread.currentThread());
        interrupts.begins(TaskInterrupts.ONLY_TASK);
        interrupts.ends();
        ChildLink nowhere = ChildLink.toNowhere();
        LinkListener silent = LinkListener.silent(nowhere, told.identity());
        try {
            ChildRun.rehearse(new NoTask(), nowhere, silent);
        } catch (Throwable e) {
            throw new IllegalStateException("nothing was done, and that failed", e);
        }
        new LastAct(nowhere.output(), silent).run();
        initialize(ExitReport.class.getName());
        initialize(ExitReport.class.getName().concat("$Telling"));
        new ExitFrame(0).toRaw();
        ExitingFrame.toRaw();
    }

    /** Takes nothing, does nothing, returns nothing. */
    private static final class NoTask implements ChildTask {
        @Override
        public String signature() {
            return "";
        }

        @Override
        public String fingerprint() {
            return "";
        }

        @Override
        public void read(ValueReader arguments) {
            // There are none.
        }

        @Override
        public void invoke(TaskInterrupts interrupts) {
            // Nothing.
        }

        @Override
        public void writeResult(ValueWriter out) {
            out.write(Codecs.voidResult(), null);
        }
    }

    private static void initialize(String own) {
        try {
            Class<?> unused = Class.forName(own);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("half of this library is missing", e);
        }
    }

    /** Loads a task, and what its entry point consists of. Initialises nothing of the user's. */
    private void load(String entryPoint) {
        try {
            ChildTask task = source.task(entryPoint);
            boolean unused = task.fingerprint().isEmpty();
            Class<?> type = Class.forName(entryPoint, false, Rehearsal.class.getClassLoader());
            for (Class<?> part : type.getDeclaredClasses()) {
                link(part);
            }
            link(Class.forName(ownerOf(task.signature(), type.getPackageName()), false, type.getClassLoader()));
        } catch (ReflectiveOperationException | RuntimeException | Error e) {
            // A task that cannot be loaded says so when it is wanted.
        }
    }

    /** To be asked for its constructors, a class has to be linked; it is not initialised. */
    private static void link(Class<?> type) {
        Object unused = type.getDeclaredConstructors();
    }

    /** {@code a.b.Outer$Inner} of {@code List<String> Outer.Inner.method(String text)}. */
    private static String ownerOf(String signature, String packageName) {
        String method = signature.substring(0, signature.indexOf('('));
        String name = method.substring(method.lastIndexOf(' ') + 1, method.lastIndexOf('.'))
                .replace('.', '$');
        return packageName.isEmpty() ? name : packageName.concat(".").concat(name);
    }
}
