package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A value of a gigabyte through a pipe: needs about 6 GB of memory. That through a queue is in {@link QueueStressTest}. */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class LargestValueStressTest {
    private static final int BYTES = 1_000_000_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final ProcessOptions ROOMY = ProcessOptions.defaults().maxHeap("3g");

    @RunInProcess
    static void produce(Connection<byte[]> sink) throws Exception {
        byte[] value = new byte[BYTES];
        value[0] = 1;
        value[BYTES / 2] = 2;
        value[BYTES - 1] = 3;
        sink.send(value);
    }

    @Test
    void gigabyte_crossesThroughAPipe() throws Exception {
        try (OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class)) {
            ChildProcess<Void> child =
                    ProduceLauncher.call(pipe.sink()).options(ROOMY).start();
            pipe.sink().close();
            byte[] value = pipe.source().receive();
            assertThat(value.length).isEqualTo(BYTES);
            assertThat(new byte[] {value[0], value[BYTES / 2], value[BYTES - 1]})
                    .containsExactly(1, 2, 3);
            Void unused = child.get(LIMIT);
        }
    }
}
