package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Property: of processes that send messages of any length into one pipe without end, and others that receive them, one after another is killed at a random instant. After each death the others go on within
 * seconds; no message is torn; and when all senders are gone, all receivers learn of the end.
 *
 * <p>Command: {@code mvn -Pstress -pl integration-tests -am verify -Dtest=PipeStressTest -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dtest.seed=} for other instants,
 * {@code -Dtest.kills=} for another number.
 */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class PipeStressTest {
    private static final int PAIRS = 3;
    private static final int LATEST_MILLIS = 60;
    private static final int MOST_BYTES = 400_000;
    private static final int MANY_BYTES = 100;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<ChildProcess<Void>> senders = new ArrayList<>();
    private final List<ChildProcess<Void>> receivers = new ArrayList<>();

    /** Sends messages, each with a seed from which all of it follows. */
    @RunInProcess(daemon = Daemon.YES)
    static void send(Connection<String> sink, ProcessEvent end, long seed) throws InterruptedException {
        Random random = new Random(seed);
        while (!end.isSet()) {
            int most = random.nextInt(4) == 0 ? MOST_BYTES : MANY_BYTES;
            sink.sendBytes(message(random.nextLong(), Long.BYTES + random.nextInt(most)));
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static void receive(Connection<String> source, SharedLong received) throws InterruptedException {
        try {
            while (true) {
                byte[] message = source.receiveBytes();
                ByteBuffer whole = ByteBuffer.wrap(message);
                if (!whole.equals(ByteBuffer.wrap(message(whole.getLong(0), message.length)))) {
                    throw new AssertionError("a torn message: length=" + message.length);
                }
                received.incrementAndGet();
            }
        } catch (ChannelClosedException e) {
            // All senders are gone.
        }
    }

    private static byte[] message(long seed, int bytes) {
        byte[] message = new byte[bytes];
        new Random(seed).nextBytes(message);
        ByteBuffer.wrap(message).putLong(0, seed);
        return message;
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void processes_killedAtRandomInstants_stopNobodyElse_andTearNoMessage() throws Exception {
        long seed = Long.getLong("test.seed", 20_261_122);
        int kills = Integer.getInteger("test.kills", 500);
        System.out.println("test.seed=" + seed + ", kills=" + kills);
        Random random = new Random(seed);
        OneWayPipe<String> pipe = OneWayPipe.of(String.class);
        ProcessEvent end = ProcessEvent.create();
        SharedLong received = SharedLong.create(0);
        for (int i = 0; i < PAIRS; i++) {
            senders.add(SendLauncher.start(pipe.sink(), end, random.nextLong()));
            receivers.add(ReceiveLauncher.start(pipe.source(), received));
        }
        for (int kill = 0; kill < kills; kill++) {
            awaitProgress(received, kill);
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos());
            int victim = random.nextInt(PAIRS);
            if (random.nextBoolean()) {
                kill(senders.get(victim));
                senders.set(victim, SendLauncher.start(pipe.sink(), end, random.nextLong()));
            } else {
                kill(receivers.get(victim));
                receivers.set(victim, ReceiveLauncher.start(pipe.source(), received));
            }
        }
        awaitProgress(received, kills);
        pipe.close();
        end.set();
        for (ChildProcess<Void> process : senders) {
            Void unused = process.get(LIMIT);
        }
        for (ChildProcess<Void> process : receivers) {
            Void unused = process.get(LIMIT);
        }
        System.out.println(received.get() + " messages received");
    }

    private static void kill(ChildProcess<Void> process) throws InterruptedException {
        if (process.isAlive()) {
            Signals.send("KILL", process.pid());
        }
        assertThat(process.join(LIMIT)).isTrue();
        assertThat(process.exitCode()).as("torn message, or another failure").hasValue(137);
    }

    private static void awaitProgress(SharedLong received, int kill) {
        long before = received.get();
        long begin = System.nanoTime();
        while (received.get() == before) {
            assertThat(System.nanoTime() - begin)
                    .as("kill %d: nothing is received any more", kill)
                    .isLessThan(LIMIT.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
