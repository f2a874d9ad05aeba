package dev.runinprocess.internal.socket;

import dev.runinprocess.failure.AuthenticationException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** A handshake under way, over a wire: it goes as far as it can without waiting. For one thread. */
final class Conversation {
    private final Wire wire;
    private final Dialogue dialogue;
    private boolean begun;
    private ByteBuffer awaited = ByteBuffer.allocate(0);
    private ByteBuffer saying = ByteBuffer.allocate(0);

    Conversation(Wire wire, Dialogue dialogue) {
        this.wire = wire;
        this.dialogue = dialogue;
    }

    Wire wire() {
        return wire;
    }

    /** What to wait for before the next {@link #advance}. */
    int interest() {
        return saying.hasRemaining() ? SelectionKey.OP_WRITE : wire.interest();
    }

    /**
     * Goes on.
     *
     * @return whether it is over, and the other is to be trusted
     * @throws AuthenticationException if the other is not to be trusted
     * @throws IOException if the other hung up, or TLS found something wrong
     */
    boolean advance() throws IOException {
        if (!begun) {
            if (!wire.open()) {
                return false;
            }
            begun = true;
            say(dialogue.begin(wire.identity()));
        }
        while (true) {
            if (!wire.write(saying)) {
                return false;
            }
            if (awaited.capacity() == 0) {
                dialogue.requireTrust();
                return true;
            }
            if (!hear()) {
                return false;
            }
            say(dialogue.answer(awaited.array()));
        }
    }

    private void say(byte[] word) {
        saying = ByteBuffer.wrap(word);
        awaited = ByteBuffer.allocate(dialogue.awaitedBytes());
    }

    /** Whether the whole word is there. */
    private boolean hear() throws IOException {
        while (awaited.hasRemaining()) {
            int came = readOrEnd();
            if (came < 0) {
                throw new AuthenticationException("The other end hung up during the handshake.");
            }
            if (came == 0) {
                return false;
            }
        }
        return true;
    }

    private int readOrEnd() throws IOException {
        try {
            return wire.read(awaited);
        } catch (EOFException e) {
            return -1;
        }
    }
}
