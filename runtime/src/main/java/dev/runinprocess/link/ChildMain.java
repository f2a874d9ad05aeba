package dev.runinprocess.link;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.child.ChildRun;
import dev.runinprocess.internal.child.ChildTask;
import dev.runinprocess.internal.child.TaskInterrupts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a generated {@code main} calls. */
public final class ChildMain {
    private ChildMain() {}

    /**
     * Runs the task that the parent sends, on the calling thread, and reports how it ended. For generated entry points only.
     *
     * @throws Throwable what the task threw, after the parent was told; the JVM prints it and exits with code 1
     */
    public static <R> void run(EntryPoint<R> entryPoint, String[] args) throws Throwable {
        ChildRun.run(taskOf(entryPoint), args);
    }

    static ChildTask taskOf(EntryPoint<?> entryPoint) {
        return new EntryPointTask<>(entryPoint);
    }

    /** The entry point as the child's side sees it. */
    private static final class EntryPointTask<R> implements ChildTask {
        private final EntryPoint<R> entryPoint;
        private @Nullable BoundTask<R> task;
        private @Nullable Codec<R> codec;
        private @Nullable R result;

        EntryPointTask(EntryPoint<R> entryPoint) {
            this.entryPoint = entryPoint;
        }

        @Override
        public String signature() {
            return entryPoint.signature();
        }

        @Override
        public String fingerprint() {
            return entryPoint.fingerprint();
        }

        @Override
        public void read(ValueReader arguments) {
            task = entryPoint.read(arguments);
        }

        @Override
        public void invoke(TaskInterrupts interrupts) throws Throwable {
            BoundTask<R> bound = Objects.requireNonNull(task, "the arguments were not read yet");
            // Each lets go of what the next step needs memory for.
            task = null;
            codec = bound.result();
            result = bound.invoke();
        }

        @Override
        public void writeResult(ValueWriter out) {
            R value = result;
            result = null;
            out.write(Objects.requireNonNull(codec, "the method was not called yet"), value);
        }
    }
}
