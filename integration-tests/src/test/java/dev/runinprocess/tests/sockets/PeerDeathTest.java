package dev.runinprocess.tests.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.Client;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.ConnectionTerms;
import dev.runinprocess.channel.Listener;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A peer of a connection over a socket that dies or stops, and programs that have nothing in common but a key. */
@ExtendWith(LeavesNothing.class)
final class PeerDeathTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final ConnectionTerms<Object> terms = SocketTasks.terms();

    @Test
    void peerThatIsKilled_isTheEnd_afterWhatItSent() throws Exception {
        try (Listener<Object> listener = Listener.open(terms)) {
            ProcessEvent connected = ProcessEvent.create();
            ChildProcess<Void> child = ConnectAndStayLauncher.start(SocketTasks.text(listener.address()), connected);
            try (Connection<Object> accepted = listener.accept()) {
                assertThat(connected.await(LONG)).isTrue();
                child.kill();
                assertThat(accepted.receive()).isEqualTo("here");
                assertThatThrownBy(accepted::receive)
                        .isInstanceOf(ChannelClosedException.class)
                        .hasMessageContaining("its process died");
                assertThat(accepted.poll()).isTrue();
                assertThat(child.join(LONG)).isTrue();
                assertThatThrownBy(() -> accepted.send("too late")).isInstanceOf(ChannelClosedException.class);
            }
        }
    }

    @Test
    void peerThatIsKilledInsideAMessage_isTheEnd_andSaysSo() throws Exception {
        try (Listener<Object> listener = Listener.open(terms, 0)) {
            ChildProcess<Void> child = SendLargeLauncher.start(SocketTasks.text(listener.address()));
            try (Connection<Object> accepted = listener.accept()) {
                assertThat(accepted.receive()).isEqualTo("first");
                // Nobody reads on, so it is in the middle of the second, or will not get there.
                child.kill();
                assertThat(child.join(LONG)).isTrue();
                assertThatThrownBy(accepted::receiveBytes)
                        .isInstanceOf(ChannelClosedException.class)
                        .hasMessageContaining("Nobody is at the other end any more");
            }
        }
    }

    @Test
    void peerThatIsStopped_holdsNobodyWhoIsInterrupted_andGoesOnWhenItDoes() throws Exception {
        try (Listener<Object> listener = Listener.open(terms)) {
            ChildProcess<Integer> child = EchoLauncher.start(SocketTasks.text(listener.address()));
            try (Connection<Object> accepted = listener.accept()) {
                accepted.sendBytes(new byte[1]);
                assertThat(accepted.receiveBytes()).hasSize(1);
                Signals.send("STOP", child.pid());

                AtomicReference<Throwable> thrown = new AtomicReference<>();
                Thread sender = new Thread(() -> {
                    try {
                        accepted.sendBytes(new byte[SocketTasks.LARGE_BYTES]);
                    } catch (InterruptedException e) {
                        thrown.set(e);
                    }
                });
                sender.start();
                assertThat(accepted.poll(Duration.ofMillis(200))).isFalse();
                sender.interrupt();
                sender.join(LONG.toMillis());
                assertThat(thrown.get()).isInstanceOf(InterruptedException.class);

                Signals.send("CONT", child.pid());
                accepted.sendBytes(new byte[3]);
                assertThat(accepted.receiveBytes()).hasSize(3);
                accepted.sendBytes(new byte[0]);
            }
            assertThat(child.get(LONG)).isEqualTo(2);
        }
    }

    @Test
    void listenerThatIsKilled_leavesAFile_thatTheNextOneReplaces() throws Exception {
        Path path = directory.resolve("s");
        ProcessEvent listening = ProcessEvent.create();
        ChildProcess<Void> child = ListenAndStayLauncher.start(path, listening);
        assertThat(listening.await(LONG)).isTrue();
        assertThatThrownBy(() -> Listener.open(terms, path)).hasMessageContaining("somebody listens there");

        child.kill();
        assertThat(child.join(LONG)).isTrue();
        assertThat(path).exists();
        assertThatThrownBy(() -> Client.connect(terms, path)).hasMessageContaining("refused");
        try (Listener<Object> listener = Listener.open(terms, path);
                Connection<Object> client = Client.connect(terms, path);
                Connection<Object> accepted = listener.accept()) {
            accepted.send(1);
            assertThat(client.receive()).isEqualTo(1);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void programThatEndsWithoutClosing_leavesNoFile() throws Exception {
        Path path = directory.resolve("s");
        Path go = directory.resolve("go");
        try (RunningProgram program = ParentProgram.of(SocketTasks.Leaver.class, directory)
                .argument(path)
                .argument(go)
                .start()) {
            assertThat(program.awaitLine("listening ")).isEqualTo("true");
            Files.createFile(go);
            assertThat(program.awaitExit()).isZero();
        }
        assertThat(path).doesNotExist();
        Files.delete(go);
        Leftovers.in(directory).assertNone();
    }

    /** A lock means nothing where its owner's death would not be noticed. */
    @Test
    void handle_sentToAnUnrelatedProgram_isRefusedThere() throws Exception {
        Path path = directory.resolve("s");
        try (RunningProgram program = ParentProgram.of(SocketTasks.LockReceiver.class, directory)
                .argument(path)
                .start()) {
            program.awaitLine("listening");
            try (Connection<ProcessLock> client = Client.connect(SocketTasks.locks(), path)) {
                client.send(ProcessLock.create());
                assertThat(program.awaitLine("refused "))
                        .contains("This ProcessLock belongs to another session of processes");
            }
            assertThat(program.awaitExit()).isZero();
        }
        Await.until("the file is gone", () -> Files.notExists(path));
    }
}
