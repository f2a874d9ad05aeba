package dev.runinprocess.tests.pipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.channel.Pipe;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.failure.MessageTooLongException;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Connections as Python's suite wants them. */
@ExtendWith(LeavesNothing.class)
final class ConnectionTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration STEP = Duration.ofMillis(10);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    @Conformance("_TestConnection.test_connection")
    void echoingChild_givesBackWhatItGot() throws Exception {
        Pipe<Object> pipe = Pipe.ofAny();
        ChildProcess<Void> child = EchoLauncher.start(pipe.second(), 1);
        Connection<Object> end = pipe.first();
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(1, 2.25, null));
        end.send(values);
        assertThat(end.receive()).isEqualTo(values);

        end.sendBytes(ascii("hello world"));
        assertThat(end.receiveBytes()).isEqualTo(ascii("hello world"));

        ByteBuffer ints = ByteBuffer.allocate(4 * Integer.BYTES);
        ints.asIntBuffer().put(new int[] {1, 2, 3, 4});
        end.sendBytes(ints);
        ByteBuffer target = ByteBuffer.allocate(10 * Integer.BYTES);
        assertThat(end.receiveBytes(target)).isEqualTo(16);
        assertThat(target.flip().asIntBuffer().get(3)).isEqualTo(4);
        end.sendBytes(ints.flip());
        target.clear().position(3 * Integer.BYTES);
        assertThat(end.receiveBytes(target)).isEqualTo(16);
        assertThat(target.getInt(6 * Integer.BYTES)).isEqualTo(4);
        assertThat(target.getInt(7 * Integer.BYTES)).isZero();

        end.sendBytes(new byte[110]);
        assertThatThrownBy(() -> end.receiveBytes(ByteBuffer.allocate(40)))
                .isInstanceOfSatisfying(
                        MessageTooLongException.class,
                        e -> assertThat(e.length()).isEqualTo(110));
        assertThat(end.receiveBytes()).hasSize(110);

        assertThat(end.poll()).isFalse();
        assertThat(end.poll(Duration.ofSeconds(-1))).isFalse();
        long begin = System.nanoTime();
        assertThat(end.poll(SHORT)).isFalse();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(SHORT.toNanos());
        end.sendBytes(new byte[1]);
        assertThat(end.poll(LONG)).isTrue();
        assertThat(end.receiveBytes()).hasSize(1);

        byte[] large = new byte[16 << 20];
        new Random(1).nextBytes(large);
        end.sendBytes(large);
        assertThat(end.receiveBytes()).isEqualTo(large);

        end.sendBytes(new byte[0]);
        pipe.second().close();
        assertThat(end.isReadable()).isTrue();
        assertThat(end.isWritable()).isTrue();
        assertThatThrownBy(end::receive).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(end::receiveBytes).isInstanceOf(ChannelClosedException.class);
        end.close();
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    @Conformance("_TestConnection.test_duplex_false")
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
    @Conformance("_TestConnection.test_spawn_close")
    void endOfAChild_isClosedHereAtOnce() throws Exception {
        Pipe<Object> pipe = Pipe.ofAny();
        ChildProcess<Void> child = EchoLauncher.start(pipe.second(), 0);
        pipe.second().close();

        pipe.first().sendBytes(ascii("hello"));
        assertThat(pipe.first().receiveBytes()).isEqualTo(ascii("hello"));
        pipe.first().sendBytes(new byte[0]);
        pipe.first().close();
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    @Conformance("_TestConnection.test_sendbytes")
    void partsOfArrays_arriveExactly_orAreRefused() throws Exception {
        byte[] letters = ascii("abcdefghijklmnopqrstuvwxyz");
        try (Pipe<Object> pipe = Pipe.ofAny()) {
            Connection<Object> end = pipe.first();
            end.sendBytes(letters);
            assertThat(pipe.second().receiveBytes()).isEqualTo(letters);
            for (int[] part : new int[][] {{5, 21}, {7, 8}, {26, 0}}) {
                end.sendBytes(letters, part[0], part[1]);
                assertThat(pipe.second().receiveBytes())
                        .isEqualTo(Arrays.copyOfRange(letters, part[0], part[0] + part[1]));
            }
            for (int[] part : new int[][] {{27, 0}, {22, 5}, {26, 1}, {-1, 1}, {4, -1}}) {
                assertThatThrownBy(() -> end.sendBytes(letters, part[0], part[1]))
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
            assertThat(pipe.second().poll()).isFalse();
        }
    }

    @Test
    @Conformance("_TestConnection.test_missing_fd_transfer")
    void messageOfAnotherKind_isRefused_andNothingHangs() throws Exception {
        try (OneWayPipe<Connection<String>> pipe = OneWayPipe.of(Connection.codec(Codecs.string()))) {
            pipe.sink().sendBytes(new byte[1]);
            assertThatThrownBy(() -> pipe.source().receive()).isInstanceOf(IllegalStateException.class);
            assertThat(pipe.source().receiveBytes()).hasSize(1);
        }
    }

    @Test
    @Conformance("_TestConnection.test_context")
    void ends_areClosedWithTheirBlock() throws Exception {
        Pipe<Integer> pipe = Pipe.of(Integer.class);
        try (Connection<Integer> first = pipe.first();
                Connection<Integer> second = pipe.second()) {
            first.send(1729);
            assertThat(second.receive()).isEqualTo(1729);
            assertThat(first.isClosed()).isFalse();
            assertThat(second.isClosed()).isFalse();
        }
        assertThat(pipe.first().isClosed()).isTrue();
        assertThat(pipe.second().isClosed()).isTrue();
        assertThatThrownBy(() -> pipe.first().receive()).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> pipe.second().receive()).isInstanceOf(ChannelClosedException.class);
    }

    @Test
    @Conformance("_TestPoll.test_empty_string")
    void poll_doesNotTakeAnEmptyMessage() throws Exception {
        try (Pipe<Object> pipe = Pipe.ofAny()) {
            assertThat(pipe.second().poll()).isFalse();
            pipe.first().sendBytes(new byte[0]);
            assertThat(pipe.second().poll()).isTrue();
            assertThat(pipe.second().poll()).isTrue();
        }
    }

    @Test
    @Conformance("_TestPoll.test_strings")
    void messagesOfASlowChild_areFoundByPolling() throws Exception {
        List<String> messages = List.of("hello", "", "a", "b", "", "bye", "", "lop");
        OneWayPipe<String> pipe = OneWayPipe.of(String.class);
        ChildProcess<Void> child = SendAllLauncher.start(pipe.sink(), messages, 100);
        pipe.sink().close();
        for (String message : messages) {
            int polls = 0;
            while (!pipe.source().poll(STEP)) {
                polls++;
                assertThat(polls).isLessThan(1000);
            }
            assertThat(pipe.source().receive()).isEqualTo(message);
        }
        assertThat(child.join(LONG)).isTrue();
        pipe.close();
    }

    @Test
    @Conformance("_TestPoll.test_boundaries")
    void pollingElsewhere_takesNoPartOfAMessage() throws Exception {
        OneWayPipe<String> pipe = OneWayPipe.of(String.class);
        ChildProcess<Boolean> child = PollOnlyLauncher.start(pipe.source());
        pipe.sink().send("first");
        assertThat(child.get(LONG)).isTrue();
        pipe.sink().send("second");
        pipe.sink().close();
        assertThat(child.join(LONG)).isTrue();

        assertThat(pipe.source().receive()).isEqualTo("first");
        assertThat(pipe.source().receive()).isEqualTo("second");
        pipe.close();
    }

    @Test
    @Conformance("_TestPoll.test_dont_merge")
    void messages_stayApart_howeverOneLooks() throws Exception {
        OneWayPipe<String> pipe = OneWayPipe.of(String.class);
        assertThat(pipe.source().poll(Duration.ZERO)).isFalse();
        assertThat(pipe.source().poll(SHORT)).isFalse();
        ChildProcess<Void> child = SendAllLauncher.start(pipe.sink(), List.of("a", "b", "cd"), 0);
        pipe.sink().close();

        assertThat(pipe.source().receive()).isEqualTo("a");
        assertThat(pipe.source().poll(LONG)).isTrue();
        assertThat(pipe.source().poll(LONG)).isTrue();
        assertThat(pipe.source().receive()).isEqualTo("b");
        for (int i = 0; i < 3; i++) {
            assertThat(pipe.source().poll(LONG)).isTrue();
        }
        assertThat(pipe.source().receive()).isEqualTo("cd");
        assertThat(child.join(LONG)).isTrue();
        pipe.close();
    }

    @Test
    @Conformance("_TestPicklingConnections.test_access")
    void ends_areSentThroughAPipe_andClosedHereAtOnce() throws Exception {
        OneWayPipe<Connection<String>> way = OneWayPipe.of(Connection.codec(Codecs.string()));
        OneWayPipe<String> there = OneWayPipe.of(String.class);
        ChildProcess<Void> sender = SendThroughAnEndThatComesLauncher.start(way.source(), "all is well");
        way.sink().send(there.sink());
        there.sink().close();
        assertThat(there.source().receive()).isEqualTo("all is well");
        assertThatThrownBy(() -> there.source().receive()).isInstanceOf(ChannelClosedException.class);
        assertThat(sender.join(LONG)).isTrue();
        there.close();

        OneWayPipe<String> back = OneWayPipe.of(String.class);
        ChildProcess<String> receiver = ReceiveThroughAnEndThatComesLauncher.start(way.source());
        way.sink().send(back.source());
        back.source().close();
        back.sink().send("foobar");
        back.sink().close();
        assertThat(receiver.get(LONG)).isEqualTo("foobarfoobar");
        way.close();
    }

    @Test
    @Conformance("TestInvalidHandle.test_invalid_handles")
    void forgedEnd_isRefused() {
        Codec<Connection<String>> codec = Connection.codec(Codecs.string());
        OneWayPipe<String> pipe = OneWayPipe.of(String.class);
        ValueWriter message = new ValueWriter();
        message.write(codec, pipe.source());
        pipe.close();
        message.lost();
        assertThatThrownBy(() -> new ValueReader(message.toPayload()).read(codec))
                .isInstanceOf(NotTransferableException.class);

        ValueWriter forged = new ValueWriter();
        forged.write(Codecs.string(), "/nowhere");
        forged.writeLong(44_977_608);
        assertThatThrownBy(() -> new ValueReader(forged.toPayload()).read(codec))
                .isInstanceOf(NotTransferableException.class);
    }

    @Test
    @Conformance("TestIgnoreEINTR.test_ignore")
    void signals_disturbNeitherReceivingNorSending() throws Exception {
        Pipe<Object> pipe = Pipe.ofAny();
        ChildProcess<Integer> child = ReceiveThenSendLargeLauncher.start(pipe.second());
        pipe.second().close();
        assertThat(pipe.first().receive()).isEqualTo("ready");
        stopAndGoOn(child);
        pipe.first().send(1234);
        assertThat(pipe.first().poll(LONG)).isTrue();
        stopAndGoOn(child);
        assertThat(pipe.first().receiveBytes()).hasSize(PipeTasks.LARGE_BYTES);
        assertThat(child.get(LONG)).isEqualTo(1234);
        pipe.close();
        assertThat(child.join(LONG)).isTrue();
    }

    private static void stopAndGoOn(ChildProcess<?> child) throws Exception {
        Signals.send("STOP", child.pid());
        Signals.send("CONT", child.pid());
    }

    @Test
    @Conformance("_TestSubclassingProcess.test_subclassing")
    void objectWithAProcessAndAPipe_isEasilyMade() throws Exception {
        record Capitals(Connection<String> end, ChildProcess<Void> child) {
            static Capitals start() {
                Pipe<String> pipe = Pipe.of(String.class);
                ChildProcess<Void> child = CapitalizeLauncher.start(pipe.second());
                pipe.second().close();
                return new Capitals(pipe.first(), child);
            }

            String submit(String text) throws InterruptedException {
                end.send(text);
                return end.receive();
            }

            void stop() throws InterruptedException {
                end.send(null);
                end.close();
                assertThat(child.join(LONG)).isTrue();
            }
        }

        Capitals capitals = Capitals.start();
        assertThat(capitals.submit("hello")).isEqualTo("HELLO");
        assertThat(capitals.submit("world")).isEqualTo("WORLD");
        capitals.stop();
    }

    @Test
    @Conformance("_TestProcess.test_recursion")
    void grandchildren_useTheEndThatTheirParentsWereGiven() throws Exception {
        OneWayPipe<List<Integer>> pipe = OneWayPipe.of(Codecs.listOf(Codecs.intValue()));
        TellDescentLauncher.invoke(pipe.sink(), List.of());
        pipe.sink().close();

        List<List<Integer>> told = new ArrayList<>();
        while (pipe.source().poll(LONG)) {
            try {
                told.add(pipe.source().receive());
            } catch (ChannelClosedException e) {
                break;
            }
        }
        pipe.close();
        assertThat(told)
                .containsExactly(
                        List.of(), List.of(0), List.of(0, 0), List.of(0, 1), List.of(1), List.of(1, 0), List.of(1, 1));
    }

    /** A file is handed over by its path: the JVM that gets it opens it for itself. */
    @Test
    @Conformance("_TestConnection.test_fd_transfer")
    void file_thatIsSentToARunningChild_isWrittenThere(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        try (Pipe<Path> pipe = Pipe.of(Path.class)) {
            ChildProcess<Void> child = WriteToFileLauncher.start(pipe.second(), "foo");
            pipe.first().send(file);
            assertThat(child.join(LONG)).isTrue();
            assertThat(child.exitCode()).hasValue(0);
        }
        assertThat(file).content().isEqualTo("foo");
    }

    @Test
    void bufferOfItsOwnSize_isFoundInTheChild_too() throws Exception {
        int bytes = 3 << 20;
        Pipe<Object> pipe = Pipe.of(TypeCodecs.any(), bytes);
        byte[] message = new byte[1 << 20];
        ChildProcess<Void> child = EchoLauncher.start(pipe.second(), 0);
        pipe.second().close();
        pipe.first().sendBytes(message);
        pipe.first().sendBytes(message);
        pipe.first().sendBytes(new byte[0]);
        assertThat(pipe.first().receiveBytes()).isEqualTo(message);
        assertThat(pipe.first().receiveBytes()).isEqualTo(message);
        assertThat(child.join(LONG)).isTrue();
        pipe.first().close();
    }

    @Test
    void messagesOfAHundredMebibytes_goThroughASmallRing() throws Exception {
        OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
        ChildProcess<Integer> child = CountMessagesLauncher.start(pipe.source());
        pipe.source().close();
        byte[] message = new byte[100 << 20];
        for (int i = 0; i < 3; i++) {
            pipe.sink().send(message);
        }
        pipe.sink().close();
        assertThat(child.get(LONG)).isEqualTo(3);
        assertThat(child.join(LONG)).isTrue();
    }
}
