package dev.runinprocess.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.failure.MessageTooLongException;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pipes among the threads of one process. */
final class PipeTest {
    private static final Codec<Connection<String>> CONNECTIONS = Connection.codec(Codecs.string());

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws Exception {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(files()).as("each test closes its pipes").isEmpty();
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(Commons.current().directory())) {
            return files.filter(file -> file.getFileName().toString().startsWith("pipe-"))
                    .toList();
        }
    }

    private static Connection<String> decoded(ValueWriter writer) {
        return new ValueReader(writer.toPayload()).read(CONNECTIONS);
    }

    private static ValueWriter encoded(Connection<String> end) {
        ValueWriter writer = new ValueWriter();
        writer.write(CONNECTIONS, end);
        return writer;
    }

    @Test
    void values_goBothWays_andNullsAreValues() throws Exception {
        try (Pipe<List<String>> pipe = Pipe.of(Codecs.listOf(Codecs.string()))) {
            pipe.first().send(List.of("a", "b"));
            pipe.second().send(null);
            pipe.second().send(List.of());

            assertThat(pipe.second().receive()).containsExactly("a", "b");
            assertThat((Object) pipe.first().receive()).isNull();
            assertThat(pipe.first().receive()).isEmpty();
            assertThat(pipe.first().poll()).isFalse();
        }
    }

    @Test
    void oneWayPipe_goesOneWay() throws Exception {
        try (OneWayPipe<Integer> pipe = OneWayPipe.of(Integer.class)) {
            pipe.sink().send(1);

            assertThat(pipe.source().receive()).isEqualTo(1);
            assertThat(pipe.source().isReadable()).isTrue();
            assertThat(pipe.source().isWritable()).isFalse();
            assertThat(pipe.sink().isReadable()).isFalse();
            assertThat(pipe.sink().isWritable()).isTrue();
            assertThatThrownBy(() -> pipe.source().send(2)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> pipe.sink().receive()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> pipe.sink().poll()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void buffer_holdsAsMuchAsItWasMadeFor_beforeAnybodyReceives() throws Exception {
        byte[] message = new byte[400_000];
        try (Pipe<Object> pipe = Pipe.of(TypeCodecs.any(), 2_000_000)) {
            for (int i = 0; i < 4; i++) {
                pipe.first().sendBytes(message);
                pipe.second().sendBytes(message);
            }
            assertThat(pipe.second().receiveBytes()).hasSize(message.length);
        }
        try (OneWayPipe<Object> pipe = OneWayPipe.of(TypeCodecs.any(), 1)) {
            pipe.sink().send("small");
            assertThat(pipe.source().receive()).isEqualTo("small");
        }
    }

    @Test
    void buffer_ofAnImpossibleSize_isRefused() {
        for (int bytes : new int[] {Integer.MIN_VALUE, -1, 0, (1 << 29) + 1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Pipe.of(TypeCodecs.any(), bytes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bufferBytes=" + bytes);
        }
        assertThat(PipeShape.buffering(1, 1 << 29).ringBytes()).isEqualTo(1 << 29);
        assertThat(PipeShape.buffering(1, (1 << 20) + 1).ringBytes()).isEqualTo(1 << 21);
    }

    /** Such a word would have a file of a negative length mapped. */
    @Test
    void wordOfABufferThatNobodyMakes_isNoPipe() {
        Place place = Commons.current().allocate(Long.BYTES);
        for (int log : new int[] {0, 11, 30, 31, 32, 255}) {
            place.words().release(place.at(), 0x6469_7065_0000_0001L | ((long) log << 8));
            assertThatThrownBy(() -> PipeShape.at(place)).isInstanceOf(NotTransferableException.class);
        }
        place.words().release(place.at(), 0x6469_7065_0000_0001L | (17L << 8));
        assertThat(PipeShape.at(place)).isEqualTo(new PipeShape(1, 1 << 17));
    }

    @Test
    void bytes_areSentInParts_andReceivedIntoBuffers() throws Exception {
        byte[] letters = "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
        try (OneWayPipe<Object> pipe = OneWayPipe.ofAny()) {
            pipe.sink().sendBytes(letters);
            pipe.sink().sendBytes(letters, 7, 8);
            pipe.sink().sendBytes(letters, 26, 0);
            ByteBuffer part = ByteBuffer.wrap(letters, 20, 6);
            pipe.sink().sendBytes(part);
            assertThat(part.hasRemaining()).isFalse();

            assertThat(pipe.source().receiveBytes()).isEqualTo(letters);
            assertThat(pipe.source().receiveBytes()).isEqualTo(Arrays.copyOfRange(letters, 7, 15));
            assertThat(pipe.source().poll()).isTrue();
            assertThat(pipe.source().receiveBytes()).isEmpty();
            ByteBuffer target = ByteBuffer.allocateDirect(10);
            target.position(3);
            assertThat(pipe.source().receiveBytes(target)).isEqualTo(6);
            assertThat(target.position()).isEqualTo(9);
            assertThat(target.get(8)).isEqualTo((byte) 'z');
        }
    }

    @Test
    void messageLongerThanTheBuffer_isReported_andNotLost() throws Exception {
        try (OneWayPipe<String> pipe = OneWayPipe.of(String.class)) {
            pipe.sink().sendBytes(new byte[110]);
            Future<?> sending = threads.submit(() -> {
                pipe.sink().sendBytes(new byte[1_000_000]);
                return null;
            });

            assertThatThrownBy(() -> pipe.source().receiveBytes(ByteBuffer.allocate(40)))
                    .isInstanceOfSatisfying(MessageTooLongException.class, e -> {
                        assertThat(e.length()).isEqualTo(110);
                        assertThat(e.room()).isEqualTo(40);
                    });
            assertThat(pipe.source().receiveBytes()).hasSize(110);
            assertThatThrownBy(() -> pipe.source().receiveBytes(ByteBuffer.allocate(40)))
                    .isInstanceOf(MessageTooLongException.class)
                    .hasMessageContaining("length=1000000");
            assertThat(pipe.source().receiveBytes(ByteBuffer.allocate(1_000_000)))
                    .isEqualTo(1_000_000);
            sending.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void messageOfTheOtherKind_isRefused_andNotLost() throws Exception {
        try (OneWayPipe<String> pipe = OneWayPipe.of(String.class)) {
            pipe.sink().sendBytes(new byte[1]);
            pipe.sink().send("a");

            assertThatThrownBy(() -> pipe.source().receive())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("receiveBytes()");
            assertThat(pipe.source().receiveBytes()).hasSize(1);
            assertThatThrownBy(() -> pipe.source().receiveBytes()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> pipe.source().receiveBytes(ByteBuffer.allocate(9)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(pipe.source().receive()).isEqualTo("a");
        }
    }

    @Test
    void valueThatCannotBeEncoded_isNotSent() throws Exception {
        try (Pipe<Object> pipe = Pipe.ofAny()) {
            assertThatThrownBy(() -> pipe.first().send(new Object())).isInstanceOf(NotTransferableException.class);
            assertThat(pipe.second().poll()).isFalse();
            pipe.first().send("a");
            assertThat(pipe.second().receive()).isEqualTo("a");
        }
    }

    @Test
    void closedEnd_isOfNoMoreUse_andTheOtherReceivesTheRest() throws Exception {
        Pipe<String> pipe = Pipe.of(String.class);
        pipe.first().send("a");
        pipe.first().close();
        pipe.first().close();

        assertThat(pipe.first().isClosed()).isTrue();
        assertThat(pipe.second().isClosed()).isFalse();
        assertThatThrownBy(() -> pipe.first().send("b")).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> pipe.first().receive()).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> pipe.first().poll()).isInstanceOf(ChannelClosedException.class);
        assertThat(pipe.second().receive()).isEqualTo("a");
        assertThat(pipe.second().poll()).isTrue();
        assertThatThrownBy(() -> pipe.second().receive()).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> pipe.second().send("b")).isInstanceOf(ChannelClosedException.class);
        pipe.close();
    }

    @Test
    void closing_throwsOutWhoWaits_hereAndAtTheOtherEnd() throws Exception {
        Pipe<String> pipe = Pipe.of(String.class);
        Future<?> here = threads.submit(() -> pipe.first().receive());
        Future<?> there = threads.submit(() -> pipe.second().poll(Duration.ofSeconds(60)));
        Future<?> sender = threads.submit(() -> {
            while (true) {
                pipe.second().sendBytes(new byte[100_000]);
            }
        });
        await().until(() -> pipe.first().poll());
        pipe.first().close();

        assertThatThrownBy(() -> here.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(there.get(10, TimeUnit.SECONDS)).isEqualTo(true);
        assertThatThrownBy(() -> sender.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ChannelClosedException.class);
        pipe.close();
    }

    @Test
    void poll_waitsSoLong() throws Exception {
        try (Pipe<String> pipe = Pipe.of(String.class)) {
            long begin = System.nanoTime();
            assertThat(pipe.first().poll(Duration.ofMillis(50))).isFalse();
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(50_000_000);
            assertThat(pipe.first().poll(Duration.ofSeconds(-1))).isFalse();
            pipe.second().send("a");
            assertThat(pipe.first().poll(Duration.ofSeconds(60))).isTrue();
            assertThat(pipe.first().poll()).isTrue();
            assertThat(pipe.first().receive()).isEqualTo("a");
        }
    }

    @Test
    void endOnItsWay_isHeld_untilItHasArrived() throws Exception {
        OneWayPipe<String> pipe = OneWayPipe.of(String.class);
        ValueWriter message = encoded(pipe.sink());
        pipe.sink().close();
        assertThat(pipe.source().poll()).isFalse();
        Connection<String> arrived = decoded(message);
        arrived.send("a");
        Connection<String> again = decoded(message);
        arrived.close();
        assertThat(pipe.source().receive()).isEqualTo("a");
        assertThat(pipe.source().poll()).isFalse();
        again.close();

        assertThat(pipe.source().poll()).isTrue();
        assertThatThrownBy(() -> decoded(message)).isInstanceOf(NotTransferableException.class);
        pipe.source().close();
        assertThatThrownBy(() -> decoded(message)).isInstanceOf(NotTransferableException.class);
        message.lost();
    }

    @Test
    void endThatNeverArrives_isHeldNoMore_onceThatIsSaid() {
        OneWayPipe<String> pipe = OneWayPipe.of(String.class);
        ValueWriter message = encoded(pipe.sink());
        pipe.sink().close();
        assertThat(pipe.source().poll()).isFalse();
        message.lost();

        assertThat(pipe.source().poll()).isTrue();
        assertThatThrownBy(() -> pipe.source().receive()).isInstanceOf(ChannelClosedException.class);
        pipe.close();
    }

    @Test
    void endThatWasNotSent_becauseItsMessageFailed_isNotOnItsWay() {
        OneWayPipe<String> passed = OneWayPipe.of(String.class);
        Pipe<Connection<String>> pipe = Pipe.of(CONNECTIONS);
        pipe.second().close();
        assertThatThrownBy(() -> pipe.first().send(passed.sink())).isInstanceOf(ChannelClosedException.class);
        passed.sink().close();

        assertThat(passed.source().poll()).isTrue();
        passed.close();
        pipe.close();
    }

    @Test
    void ends_goThroughPipesAndQueues() throws Exception {
        try (OneWayPipe<String> passed = OneWayPipe.of(String.class);
                Pipe<Connection<String>> pipe = Pipe.of(CONNECTIONS)) {
            pipe.first().send(passed.sink());
            ProcessQueue<Connection<String>> queue = ProcessQueue.of(CONNECTIONS);
            try (Connection<String> end = pipe.second().receive()) {
                queue.put(end);
            }
            try (Connection<String> end = queue.take()) {
                end.send("a");
            }
            assertThat(passed.source().receive()).isEqualTo("a");
        }
    }
}
