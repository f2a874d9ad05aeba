package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Druninprocess.debug}: each child waits for a debugger, and says where. */
class DebugModeTest {
    private static final String ANNOUNCEMENT = "Child process 'echo-1' waits for a debugger: host=localhost, port=";

    /** Launches one child. */
    static final class DebuggedProgram {
        private DebuggedProgram() {}

        public static void main(String[] args) throws Exception {
            System.out.println("result " + EchoLauncher.invoke("debugged"));
        }
    }

    /** Speaks just enough of the Java Debug Wire Protocol. */
    private static void resume(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] handshake = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(handshake);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(in.readNBytes(handshake.length)).isEqualTo(handshake);
            int packetBytes = 11;
            int id = 1;
            out.writeInt(packetBytes);
            out.writeInt(id);
            // No flags; command set VirtualMachine, command Resume.
            out.write(new byte[] {0, 1, 9});
            awaitReply(in, id);
        }
    }

    /** The JVM has events to tell before. */
    private static void awaitReply(DataInputStream in, int id) throws IOException {
        int reply;
        do {
            int length = in.readInt();
            reply = in.readInt();
            in.skipNBytes(length - 2L * Integer.BYTES);
        } while (reply != id);
    }

    @Test
    void child_waitsForADebugger_andThenGoesOn(@TempDir Path directory) throws Exception {
        ParentProgram program =
                ParentProgram.of(DebuggedProgram.class, directory).property("runinprocess.debug", true);
        try (RunningProgram running = program.start()) {
            int port = Integer.parseInt(running.awaitErrorLine(ANNOUNCEMENT));
            assertThat(running.stdout()).isEmpty();

            resumeOnceItListens(running, port);

            assertThat(running.awaitLine("result ")).isEqualTo("debugged");
            assertThat(running.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }

    /** The port is announced before the child's JVM listens on it. */
    private static void resumeOnceItListens(RunningProgram running, int port) throws IOException {
        while (running.isAlive()) {
            try {
                resume(port);
                return;
            } catch (ConnectException e) {
                Thread.onSpinWait();
            }
        }
    }
}
