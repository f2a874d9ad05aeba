package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that one worker's calls are sent in: as many in one as there are. One thread at a time. */
final class CallsWriter {
    /** Small enough to be written at once. */
    private static final int LARGEST_MESSAGE = 1 << 14;

    private static final int NO_MESSAGE = 0;

    private final RingLink link;
    private final ValueWriter out = new ValueWriter();
    private final BitSet knownMethods = new BitSet();
    private List<Portion> calls = List.of();
    private int next;

    /** The message that is to be sent now, and the one that has to follow it. */
    private int kind = NO_MESSAGE;

    private ValueWriter body = out;
    private @Nullable ValueWriter arguments;

    CallsWriter(RingLink link) {
        this.link = link;
    }

    /** Takes calls that have numbers in a row; those before are sent. */
    void add(List<Portion> outgoing) {
        calls = outgoing;
        next = 0;
    }

    /**
     * Sends what is not sent yet.
     *
     * @param mayWait whether it waits for room
     * @return whether all is sent
     * @throws IOException if the worker is gone
     */
    boolean send(boolean mayWait) throws IOException {
        while (kind != NO_MESSAGE || prepare()) {
            if (!link.trySend(kind, body)) {
                if (!mayWait) {
                    return false;
                }
                link.send(kind, body);
            }
            kind = NO_MESSAGE;
            out.clear();
        }
        calls = List.of();
        next = 0;
        return true;
    }

    /** The next message; false if there is none. */
    private boolean prepare() {
        if (arguments != null) {
            message(Message.ARGUMENTS, arguments);
            arguments = null;
            return true;
        }
        while (next < calls.size()) {
            Portion call = calls.get(next);
            boolean isKnown = knownMethods.get(call.method().number());
            boolean fits = call.large() == null && out.length() + call.bytes() <= LARGEST_MESSAGE;
            if (out.length() > 0 && !(isKnown && fits)) {
                return message(Message.CALLS, out);
            }
            if (!isKnown) {
                return introduce(call.method());
            }
            next++;
            if (call.large() != null) {
                return announce(call);
            }
            call.write(out);
        }
        return out.length() > 0 && message(Message.CALLS, out);
    }

    private boolean message(int ofKind, ValueWriter withBody) {
        kind = ofKind;
        body = withBody;
        return true;
    }

    private boolean introduce(PoolMethod method) {
        knownMethods.set(method.number());
        MethodNews.of(method).write(out);
        return message(Message.METHOD, out);
    }

    private boolean announce(Portion call) {
        arguments = call.large();
        out.writeInt(call.number());
        out.writeInt(call.method().number());
        return message(Message.LARGE_CALL, out);
    }
}
