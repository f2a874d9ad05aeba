package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** The sender of one worker's calls: puts as many as there are into one message. One thread at a time. */
final class CallsWriter {
    private final RingLink link;
    private final ValueWriter out = new ValueWriter();
    private final BitSet knownMethods = new BitSet();
    private int inMessage;

    CallsWriter(RingLink link) {
        this.link = link;
    }

    /**
     * Sends calls in their order, which have numbers in a row. Those in the calls themselves may be others by now: who was taken back is somebody else's already.
     */
    void send(List<QueuedCall> calls, int firstNumber) throws IOException {
        int number = firstNumber;
        for (QueuedCall call : calls) {
            introduce(call.method());
            ValueWriter large = call.largeArguments();
            if (large == null) {
                add(call, number);
            } else {
                sendMessage();
                sendLarge(call, number, large);
            }
            number++;
        }
        sendMessage();
    }

    private void introduce(PoolMethod method) throws IOException {
        if (knownMethods.get(method.number())) {
            return;
        }
        sendMessage();
        MethodNews.of(method).write(out);
        link.send(Message.METHOD, out);
        out.clear();
        knownMethods.set(method.number());
    }

    /** Of each: its number, its method's, how many bytes of arguments follow, those. */
    private void add(QueuedCall call, int number) {
        byte[] arguments = call.arguments();
        out.writeInt(number);
        out.writeInt(call.method().number());
        out.writeInt(arguments.length);
        out.writeBytes(arguments, 0, arguments.length);
        inMessage++;
    }

    private void sendMessage() throws IOException {
        if (inMessage > 0) {
            inMessage = 0;
            link.send(Message.CALLS, out);
            out.clear();
        }
    }

    private void sendLarge(QueuedCall call, int number, ValueWriter arguments) throws IOException {
        out.writeInt(number);
        out.writeInt(call.method().number());
        link.send(Message.LARGE_CALL, out);
        out.clear();
        link.send(Message.ARGUMENTS, arguments);
    }
}
