package dev.runinprocess.internal.launch;

/** A sink of whose last lines is kept what a dead child's report needs. */
record TailedSink(StreamSink sink, LineTail tail) implements StreamSink {
    @Override
    public void accept(byte[] bytes, int count) {
        tail.accept(bytes, count);
        sink.accept(bytes, count);
    }

    @Override
    public void end() {
        sink.end();
    }
}
