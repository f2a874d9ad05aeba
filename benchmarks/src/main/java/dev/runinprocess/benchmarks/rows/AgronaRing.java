package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.memory.SharedMemory;
import java.nio.ByteBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * A ring of Agrona's, over the same kind of memory as ours: for one sender and one receiver, which know nothing of each other's death. Who has to wait spins, gives way and then sleeps, as its strategy for shared machines does.
 */
final class AgronaRing implements JavaPeer {
    private static final int MESSAGE = 1;
    private static final int BYTES = 1 << 17;

    private final int messageBytes;

    AgronaRing(int messageBytes) {
        this.messageBytes = messageBytes;
    }

    @RunInProcess
    static void writeToRing(SharedMemory memory, int messageBytes, int core) throws Exception {
        Cores.pinTo(core);
        OneToOneRingBuffer ring = ring(memory);
        UnsafeBuffer message = new UnsafeBuffer(ByteBuffer.allocateDirect(messageBytes));
        IdleStrategy idle = new BackoffIdleStrategy();
        while (true) {
            while (!ring.write(MESSAGE, message, 0, messageBytes)) {
                idle.idle();
            }
            idle.reset();
        }
    }

    private static OneToOneRingBuffer ring(SharedMemory memory) {
        return new OneToOneRingBuffer(new UnsafeBuffer(memory.buffer()));
    }

    @Override
    public String name() {
        return "agrona";
    }

    @Override
    public String description() {
        return "Agrona " + OneToOneRingBuffer.class.getPackage().getImplementationVersion();
    }

    @Override
    public void measure(Run run) throws Exception {
        try (SharedMemory memory = SharedMemory.create(BYTES + RingBufferDescriptor.TRAILER_LENGTH)) {
            OneToOneRingBuffer ring = ring(memory);
            byte[] received = new byte[messageBytes];
            IdleStrategy idle = new BackoffIdleStrategy();
            Other.whileRunning(
                    WriteToRingLauncher.start(memory, messageBytes, run.otherCore()),
                    () -> run.batches(operations -> {
                        int left = operations;
                        while (left > 0) {
                            int taken = ring.read((type, bytes, at, length) -> bytes.getBytes(at, received), left);
                            idle.idle(taken);
                            left -= taken;
                        }
                    }));
        }
    }
}
