package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Somebody who has connected, and has yet to prove to know the key. One who is silent costs next to nothing: TLS begins with the first byte. For one thread. */
final class Visitor {
    private final SocketSettings settings;
    private final KeyProof key;
    private final PlainWire socket;
    private final Deadline deadline;
    private @Nullable Conversation conversation;

    Visitor(SocketChannel channel, SocketSettings settings, KeyProof key) throws IOException {
        this.settings = settings;
        this.key = key;
        this.socket = PlainWire.of(channel);
        this.deadline = Deadline.after(settings.handshakeTimeout());
    }

    Deadline deadline() {
        return deadline;
    }

    /** Goes on with the handshake; the wire, if it is over and well. */
    @Nullable
    Wire advance() throws IOException {
        Conversation current = conversation;
        if (current == null) {
            current = new Conversation(TlsEngines.listening(socket, settings.tls()), new ListenerDialogue(key));
            conversation = current;
        }
        return current.advance() ? current.wire() : null;
    }

    /** What to wait for. */
    int interest() {
        return conversation == null ? socket.interest() : conversation.interest();
    }

    /** Whether it has said anything. */
    boolean hasSpoken() {
        return conversation != null;
    }

    void hangUp() {
        try {
            if (conversation != null) {
                conversation.wire().close();
            } else {
                socket.close();
            }
        } catch (IOException e) {
            // It is a stranger, and we do not want to talk to it.
        }
    }
}
