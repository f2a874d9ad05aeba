package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.child.TaskInterrupts;
import dev.runinprocess.internal.protocol.FailureFrame;
import dev.runinprocess.internal.protocol.ProtocolException;
import dev.runinprocess.internal.protocol.ThrownException;
import dev.runinprocess.internal.ring.Content;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.EntryPoint;
import java.io.IOException;

/** A worker's work: one call after the other, in the order in which they come, until the pool closes the link. For one thread. */
final class Service {
    /** What precedes the result in an answer: number and time. */
    private static final int RESULT_AT = Integer.BYTES + Long.BYTES;

    private final RingLink link;
    private final Claims claims;
    private final TaskInterrupts interrupts;
    private final WorkerMethods methods = new WorkerMethods();
    private final WorkerOutput output = new WorkerOutput();
    private final String threadName = Thread.currentThread().getName();
    private final RunAnswer run;
    private ValueWriter answer = new ValueWriter();
    private int namedMethod = -1;
    private long clock;

    Service(RingLink link, Claims claims, RunProgress progress, TaskInterrupts interrupts) {
        this.link = link;
        this.claims = claims;
        this.run = new RunAnswer(link, progress);
        this.interrupts = interrupts;
    }

    /** Does calls until there will be no more. */
    void serve() throws IOException {
        for (Message message = link.receive(); message != null; message = link.receive()) {
            clock = System.nanoTime();
            ValueReader body = message.body();
            switch (message.kind()) {
                case Message.METHOD -> methods.add(MethodNews.read(body));
                case Message.CALLS -> performAll(body);
                case Message.LARGE_CALL -> performLarge(body.readInt(), body.readInt());
                default -> throw new ProtocolException("the pool sent an unknown message: kind=" + message.kind());
            }
        }
    }

    private void performAll(ValueReader calls) throws IOException {
        while (calls.remaining() > 0) {
            int number = calls.readInt();
            int method = calls.readInt();
            int count = calls.readInt();
            if (count == 1) {
                perform(number, method, calls.readInt(), calls, false);
            } else {
                performRun(number, method, count, calls);
            }
        }
    }

    private void performRun(int first, int method, int count, ValueReader calls) throws IOException {
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = calls.readInt();
        }
        for (int i = 0; i < count; i++) {
            perform(first + i, method, lengths[i], calls, true);
        }
        sendRun();
    }

    private void perform(int number, int method, int length, ValueReader calls, boolean inRun) throws IOException {
        long after = calls.remaining() - length;
        if (claims.begin(number)) {
            perform(number, method, calls, inRun);
        }
        skip(calls, calls.remaining() - after);
    }

    /** What a call has not read, because it was taken back or failed. */
    private static void skip(ValueReader in, long bytes) throws ProtocolException {
        if (bytes < 0) {
            throw new ProtocolException("a codec read beyond the arguments of its call: bytes=" + -bytes);
        }
        if (bytes > 0) {
            in.readBytes(new byte[(int) bytes], 0, (int) bytes);
        }
    }

    private void performLarge(int number, int method) throws IOException {
        Message arguments = link.receive();
        if (arguments == null) {
            return;
        }
        if (arguments.kind() != Message.ARGUMENTS) {
            throw new ProtocolException("arguments did not follow their call: kind=" + arguments.kind());
        }
        if (claims.begin(number)) {
            perform(number, method, arguments.body(), false);
        }
    }

    private void perform(int number, int method, ValueReader arguments, boolean inRun) throws IOException {
        nameThread(method);
        boolean returned = false;
        interrupts.begins(Integer.toUnsignedLong(number));
        try {
            answer.writeInt(number);
            run(methods.entryPoint(method), arguments, inRun);
            returned = true;
        } catch (Throwable thrown) {
            // What was written before the failure is of no use, and gets to nobody.
            answer.lost();
            answer = new ValueWriter();
            answer.writeInt(number);
            writeTime(inRun);
            FailureFrame.write(ThrownException.of(thrown), answer);
        } finally {
            interrupts.ends();
        }
        output.flush();
        if (!(returned && inRun && addToRun(number))) {
            sendRun();
            link.send(returned ? Message.RETURNED : Message.THREW, answer);
        }
        answer.clear();
    }

    private <R> void run(EntryPoint<R> entryPoint, ValueReader arguments, boolean inRun) throws Throwable {
        BoundTask<R> task = entryPoint.read(arguments);
        Codec<R> codec = task.result();
        R result = task.invoke();
        writeTime(inRun);
        answer.write(codec, result);
        if (answer.length() > Content.LARGEST_BYTES) {
            // Fails the call, and not the worker.
            Content unused = Content.of(answer);
        }
    }

    /** To look at the clock costs as much as a tiny call does, so it is done once for a run. */
    private void writeTime(boolean inRun) {
        answer.writeLong(inRun ? 0 : lap());
    }

    private long lap() {
        long before = clock;
        clock = System.nanoTime();
        return clock - before;
    }

    /** False if it is too large for that. */
    private boolean addToRun(int number) throws IOException {
        long bytes = answer.length() - RESULT_AT;
        if (!run.hasRoom(bytes)) {
            sendRun();
        }
        boolean fits = run.hasRoom(bytes);
        if (fits) {
            run.add(number, answer, RESULT_AT);
        }
        return fits;
    }

    private void sendRun() {
        if (!run.isEmpty()) {
            run.send(lap());
        }
    }

    /** Tools that show threads show what runs. To name a thread costs a system call, so calls of one method in a row do it once. */
    private void nameThread(int method) {
        if (method != namedMethod) {
            namedMethod = method;
            Thread.currentThread().setName(threadName.concat(": ").concat(methods.signature(method)));
        }
    }
}
