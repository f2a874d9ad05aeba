package dev.runinprocess.channel;

/** What a message on a connection is. Both ends write the numbers, so they stay what they are. */
enum MessageKind {
    /** A value, as its codec wrote it. */
    VALUE(1),

    /** Plain bytes. */
    BYTES(2);

    private final int number;

    MessageKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Refuses a message of another kind: it is still to be received. */
    void require(int kind) {
        if (kind != number) {
            throw new IllegalStateException(
                    this == VALUE
                            ? "The next message is plain bytes, not a value. It is still there: take it with receiveBytes()."
                            : "The next message is a value, not plain bytes. It is still there: take it with receive().");
        }
    }
}
