package dev.runinprocess.internal.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ring among the threads of one process. */
final class RingTest {
    private static final int KIND = 7;
    private static final int RING_BYTES = 4096;

    /** Goes through the ring in pieces, and is larger than it. */
    private static final int LARGE = 3 * RING_BYTES + 5;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Ends ends = new Ends();
    private final Place place = allocate();
    private final Ring ring = new Ring(
            place, ByteBuffer.allocateDirect(Ring.memoryBytes(RING_BYTES)).order(ByteOrder.nativeOrder()));

    private static final class Ends implements EndState {
        private volatile boolean otherGone;
        private volatile boolean left;

        @Override
        public boolean isOtherGone() {
            return otherGone;
        }

        @Override
        public boolean isLeft() {
            return left;
        }
    }

    /** Takes messages of any length. */
    private static final class Taken implements Intake {
        private ByteBuffer bytes = ByteBuffer.allocate(0);
        private int kind;

        @Override
        public ByteBuffer room(int kind, int length) {
            this.kind = kind;
            this.bytes = ByteBuffer.allocate(length);
            return bytes;
        }
    }

    private static Place allocate() {
        Commons commons = Commons.current();
        return commons.allocate(Ring.placeBytes(commons));
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static void write(RingWriter writer, int length) throws InterruptedException {
        writer.write(KIND, Content.of(ByteBuffer.wrap(bytes(length))));
    }

    private static byte[] read(RingReader reader) throws InterruptedException {
        Taken taken = new Taken();
        assertThat(reader.read(taken, Deadline.NEVER)).isTrue();
        assertThat(taken.kind).isEqualTo(KIND);
        return taken.bytes.array();
    }

    private static boolean readsNothing(RingReader reader) throws InterruptedException {
        return !reader.read(new Taken(), Deadline.after(Duration.ofMillis(1)));
    }

    /** Runs it in a thread, and waits until that is parked. */
    private Sleeper start(Callable<?> action) {
        Thread[] thread = new Thread[1];
        Future<?> future = threads.submit(() -> {
            thread[0] = Thread.currentThread();
            return action.call();
        });
        await().until(() ->
                thread[0] != null && (thread[0].getState() == Thread.State.TIMED_WAITING || future.isDone()));
        return new Sleeper(thread[0], future);
    }

    private record Sleeper(Thread thread, Future<?> future) {
        void interrupt() {
            thread.interrupt();
            assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        }

        void end() throws Exception {
            future.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void messages_ofAnyLength_comeOutInTheirOrder() throws Exception {
        RingWriter writer = ring.writer(ends);
        RingReader reader = ring.reader(ends);
        List<Integer> lengths = new ArrayList<>();
        for (int length = 0; length < RING_BYTES; length += length < 64 ? 1 : 37) {
            lengths.add(length);
        }
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            lengths.add(random.nextInt(random.nextInt(10) == 0 ? 10 * RING_BYTES : 100));
        }
        Future<?> writing = threads.submit(() -> {
            for (int length : lengths) {
                write(writer, length);
            }
            return null;
        });

        for (int length : lengths) {
            assertThat(read(reader)).isEqualTo(bytes(length));
        }
        writing.get(10, TimeUnit.SECONDS);
        assertThat(readsNothing(reader)).isTrue();
    }

    @Test
    void encodedValues_comeWhole_howeverLongTheyAre() throws Exception {
        RingWriter writer = ring.writer(ends);
        for (int length : new int[] {0, 1, 255, 256, 300, 900, 5_000, 1_000_000}) {
            byte[] value = bytes(length);
            ValueWriter encoded = new ValueWriter();
            encoded.writeInt(length);
            encoded.write(Codecs.byteArray(), value);
            Future<?> writing = threads.submit(() -> {
                writer.write(KIND, Content.of(encoded));
                return null;
            });

            byte[] message = read(ring.reader(ends));
            writing.get(10, TimeUnit.SECONDS);
            ValueReader decoded = new ValueReader(message, message.length);
            assertThat(decoded.readInt()).isEqualTo(length);
            assertThat(decoded.read(Codecs.byteArray())).isEqualTo(value);
        }
    }

    @Test
    void manyWritersAndReaders_mixNoMessages() throws Exception {
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RingReader reader = ring.reader(ends);
            readers.add(threads.submit(() -> {
                int count = 0;
                try {
                    while (true) {
                        byte[] message = read(reader);
                        assertThat(message).isEqualTo(bytes(message.length));
                        count++;
                    }
                } catch (ChannelClosedException e) {
                    return count;
                }
            }));
        }
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RingWriter writer = ring.writer(new Ends());
            Random random = new Random(i);
            writers.add(threads.submit(() -> {
                for (int each = 0; each < 1000; each++) {
                    write(writer, random.nextInt(random.nextInt(20) == 0 ? LARGE : 50));
                }
                return null;
            }));
        }
        for (Future<?> each : writers) {
            each.get(30, TimeUnit.SECONDS);
        }
        ends.otherGone = true;
        Ring.tellAll(place);

        int read = 0;
        for (Future<Integer> each : readers) {
            read += each.get(30, TimeUnit.SECONDS);
        }
        assertThat(read).isEqualTo(3000);
    }

    @Test
    void writerInterruptedInTheMiddle_hasWrittenNothing() throws Exception {
        RingWriter writer = ring.writer(ends);
        RingReader reader = ring.reader(ends);
        start(() -> {
                    write(writer, LARGE);
                    return null;
                })
                .interrupt();
        assertThat(reader.isReady()).isTrue();
        Sleeper reading = start(() -> assertThat(read(reader)).isEqualTo(bytes(3)));
        write(writer, 3);

        reading.end();
        assertThat(readsNothing(reader)).isTrue();
    }

    @Test
    void readerInterruptedInTheMiddle_getsAllOfItTheNextTime() throws Exception {
        RingReader reader = ring.reader(ends);
        CountDownLatch goOn = new CountDownLatch(1);
        RingWriter writer = ring.writer(stoppedInTheMiddle(goOn));
        Future<?> writing = threads.submit(() -> {
            write(writer, LARGE);
            return null;
        });
        await().until(reader::isReady);
        Sleeper reading = start(() -> read(reader));
        reading.interrupt();

        assertThat(reader.isReady()).isFalse();
        goOn.countDown();
        assertThat(read(reader)).isEqualTo(bytes(LARGE));
        writing.get(10, TimeUnit.SECONDS);
    }

    /** Lets a writer ask once, as it begins, and not a second time, as it finds the ring full. */
    private static EndState stoppedInTheMiddle(CountDownLatch goOn) {
        AtomicInteger questions = new AtomicInteger();
        return new EndState() {
            @Override
            public boolean isOtherGone() {
                return false;
            }

            @Override
            public boolean isLeft() {
                if (questions.incrementAndGet() > 1) {
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return false;
            }
        };
    }

    @Test
    void restOfAMessage_whoseReaderIsGone_isPassedOver() throws Exception {
        RingWriter writer = ring.writer(ends);
        Ends gone = new Ends();
        RingReader dying = ring.reader(gone);
        Sleeper reading = start(() -> dying.read(
                (kind, length) -> {
                    // Nobody reads on: as if the process had died after the first pieces.
                    gone.left = length == LARGE;
                    return ByteBuffer.allocate(length);
                },
                Deadline.NEVER));
        Sleeper writing = start(() -> {
            write(writer, LARGE);
            write(writer, 3);
            return null;
        });
        assertThatThrownBy(reading::end).hasCauseInstanceOf(ChannelClosedException.class);

        assertThat(read(ring.reader(ends))).isEqualTo(bytes(3));
        writing.end();
    }

    @Test
    void messageThatFindsNoRoomAtTheReader_stays() throws Exception {
        RingReader reader = ring.reader(ends);
        write(ring.writer(ends), 100);

        assertThatThrownBy(() -> reader.read(
                        (kind, length) -> {
                            throw new IllegalArgumentException("length=" + length);
                        },
                        Deadline.NEVER))
                .hasMessage("length=100");
        assertThat(read(reader)).isEqualTo(bytes(100));
    }

    @Test
    void endOfTheOtherSide_comesAfterTheLastMessage_andStopsTheWaiting() throws Exception {
        RingReader reader = ring.reader(ends);
        Ends ofWriter = new Ends();
        RingWriter writer = ring.writer(ofWriter);
        write(writer, 5);
        ends.otherGone = true;
        assertThat(read(reader)).isEqualTo(bytes(5));
        assertThat(reader.isReady()).isTrue();
        assertThatThrownBy(() -> read(reader)).isInstanceOf(ChannelClosedException.class);

        Sleeper writing = start(() -> {
            write(writer, LARGE);
            return null;
        });
        ofWriter.otherGone = true;
        Ring.tellAll(place);
        assertThatThrownBy(writing::end).hasCauseInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> write(writer, 1)).isInstanceOf(ChannelClosedException.class);
    }

    @Test
    void leavingAnEnd_throwsOutWhoWaitsThere() throws Exception {
        RingReader reader = ring.reader(ends);
        Sleeper reading = start(() -> read(reader));
        Sleeper looking = start(() -> reader.awaitReady(Deadline.NEVER));
        ends.left = true;
        Ring.tellAll(place);

        assertThatThrownBy(reading::end).hasCauseInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(looking::end).hasCauseInstanceOf(ChannelClosedException.class);
    }
}
