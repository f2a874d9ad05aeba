package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values of a gigabyte, to another process: needs about 6 GB of memory. */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class LargestValueStressTest {
    private static final int BYTES = 1_000_000_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final ProcessOptions ROOMY = ProcessOptions.defaults().maxHeap("5g");

    @RunInProcess
    static void produce(ProcessQueue<byte[]> queue, Connection<byte[]> sink) throws Exception {
        queue.put(marked());
        sink.send(marked());
    }

    private static byte[] marked() {
        byte[] value = new byte[BYTES];
        value[0] = 1;
        value[BYTES / 2] = 2;
        value[BYTES - 1] = 3;
        return value;
    }

    @Test
    void gigabyte_crossesThroughAQueue_andThroughAPipe() throws Exception {
        try (ProcessQueue<byte[]> queue = ProcessQueue.of(Codecs.byteArray());
                OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class)) {
            ChildProcess<Void> child =
                    ProduceLauncher.call(queue, pipe.sink()).options(ROOMY).start();
            pipe.sink().close();
            requireMarked(queue.take());
            requireMarked(pipe.source().receive());
            Void unused = child.get(LIMIT);
        }
    }

    private static void requireMarked(byte[] value) {
        assertThat(value.length).isEqualTo(BYTES);
        assertThat(new byte[] {value[0], value[BYTES / 2], value[BYTES - 1]}).containsExactly(1, 2, 3);
    }
}
