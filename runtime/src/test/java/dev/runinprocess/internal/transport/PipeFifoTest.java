package dev.runinprocess.internal.transport;

import java.io.IOException;

final class PipeFifoTest extends FifoContract {
    @Override
    Fifo create() throws IOException {
        return PipeFifo.create();
    }
}
