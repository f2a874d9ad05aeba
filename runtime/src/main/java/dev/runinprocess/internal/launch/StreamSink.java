package dev.runinprocess.internal.launch;

/** What takes the bytes of a child's stream, on the stream's own thread. */
interface StreamSink {
    void accept(byte[] bytes, int count);

    /** The stream has ended. */
    void end();
}
