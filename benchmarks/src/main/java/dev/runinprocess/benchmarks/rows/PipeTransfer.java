package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.codec.Codecs;
import java.nio.ByteBuffer;

/** A pipe into which one process sends messages on and on, and from which another receives them. */
final class PipeTransfer {
    private PipeTransfer() {}

    @RunInProcess
    static void sendOnAndOn(Connection<String> sink, int messageBytes, int core) throws Exception {
        Cores.pinTo(core);
        ByteBuffer message = ByteBuffer.allocateDirect(messageBytes);
        while (true) {
            sink.sendBytes(message.clear());
        }
    }

    static void measure(Run run, int messageBytes, int bufferBytes) throws Exception {
        try (OneWayPipe<String> pipe = OneWayPipe.of(Codecs.string(), bufferBytes)) {
            ByteBuffer received = ByteBuffer.allocate(messageBytes);
            Other.whileRunning(
                    SendOnAndOnLauncher.start(pipe.sink(), messageBytes, run.otherCore()),
                    () -> run.batches(operations -> {
                        for (int i = 0; i < operations; i++) {
                            pipe.source().receiveBytes(received.clear());
                        }
                    }));
        }
    }
}
