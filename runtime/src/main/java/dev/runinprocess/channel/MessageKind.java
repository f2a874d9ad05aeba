package dev.runinprocess.channel;

/** What a message on a connection is. Both ends write the numbers, so they stay what they are. */
enum MessageKind {
    /** A value, as its codec wrote it. */
    VALUE(1, "a value: take it with receive()"),

    /** Plain bytes. */
    BYTES(2, "plain bytes: take them with receiveBytes()");

    private final int number;
    private final String description;

    MessageKind(int number, String description) {
        this.number = number;
        this.description = description;
    }

    int number() {
        return number;
    }

    /** For one who expects another kind than the message has: it is still to be received. */
    static IllegalStateException unexpected(int number) {
        return new IllegalStateException("The next message is "
                + (number == BYTES.number ? BYTES.description : VALUE.description)
                + ". It is still there.");
    }
}
