package dev.runinprocess.tests.sockets;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.Client;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.ConnectionTerms;
import dev.runinprocess.channel.Listener;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Await;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What children and programs do that connect. An address is a path, or a port. */
final class SocketTasks {
    private static final String KEY = "a key that unrelated programs know";

    /** More than the buffers of a socket hold. */
    static final int LARGE_BYTES = 32 << 20;

    private SocketTasks() {}

    /** For processes of one program, which know the same key anyway. */
    static ConnectionTerms<Object> terms() {
        return ConnectionTerms.ofAny();
    }

    /** For programs that were started apart. */
    static ConnectionTerms<ProcessLock> locks() {
        return ConnectionTerms.of(ProcessLock.codec()).authKey(KEY.getBytes(StandardCharsets.UTF_8));
    }

    static String text(SocketAddress address) {
        return address instanceof UnixDomainSocketAddress path
                ? path.getPath().toString()
                : Integer.toString(((InetSocketAddress) address).getPort());
    }

    static SocketAddress address(String text) {
        return text.startsWith("/")
                ? UnixDomainSocketAddress.of(text)
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(text));
    }

    /** Sends something and ends. */
    @RunInProcess
    static void sayAndLeave(String address, String word) throws Exception {
        try (Connection<Object> connection = Client.connect(terms(), address(address))) {
            connection.send(word);
        }
    }

    /** Says so when it is connected, and then stays. */
    @RunInProcess
    static void connectAndStay(String address, ProcessEvent connected) throws Exception {
        try (Connection<Object> connection = Client.connect(terms(), address(address))) {
            connection.send("here");
            connected.set();
            TimeUnit.HOURS.sleep(1);
        }
    }

    /** Sends for as long as somebody reads. */
    @RunInProcess
    static void sendLarge(String address) throws Exception {
        try (Connection<Object> connection = Client.connect(terms(), address(address))) {
            connection.send("first");
            connection.sendBytes(new byte[LARGE_BYTES]);
            TimeUnit.HOURS.sleep(1);
        }
    }

    /** Answers until the other end closes; how many. */
    @RunInProcess
    static int echo(String address) throws Exception {
        int count = 0;
        try (Connection<Object> connection = Client.connect(terms(), address(address))) {
            while (true) {
                byte[] bytes = connection.receiveBytes();
                if (bytes.length == 0) {
                    return count;
                }
                connection.sendBytes(bytes);
                count++;
            }
        }
    }

    /** Sends {@code 0} to {@code count - 1}, with its own number. */
    @RunInProcess
    static void sendNumbers(String address, int name, int count, int pauseMillis) throws Exception {
        try (Connection<Object> connection = Client.connect(terms(), address(address))) {
            for (int i = 0; i < count; i++) {
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
                connection.send(100 * name + i);
            }
        }
    }

    /** Listens, accepts one, and leaves the file behind when it is killed. */
    @RunInProcess
    static void listenAndStay(Path path, ProcessEvent listening) throws Exception {
        try (Listener<Object> listener = Listener.open(terms(), path)) {
            listening.set();
            listener.accept().close();
        }
    }

    /** Accepts while it gets signals that it handles, and welcomes who comes. By reflection, since javac warns of every mention of the types. */
    @RunInProcess
    static void welcomeInSpiteOfSignals(Path path, ProcessEvent listening, ProcessEvent handled) throws Exception {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        InvocationHandler setting = (proxy, method, arguments) -> {
            handled.set();
            return null;
        };
        Object handler =
                Proxy.newProxyInstance(SocketTasks.class.getClassLoader(), new Class<?>[] {handlerType}, setting);
        signal.getMethod("handle", signal, handlerType)
                .invoke(null, signal.getConstructor(String.class).newInstance("USR1"), handler);
        try (Listener<Object> listener = Listener.open(terms(), path)) {
            listening.set();
            try (Connection<Object> client = listener.accept()) {
                client.send("welcome");
            }
        }
    }

    /** A program that accepts one client, and is sent a lock of it. */
    static final class LockReceiver {
        private LockReceiver() {}

        public static void main(String[] args) throws Exception {
            try (Listener<ProcessLock> listener = Listener.open(locks(), Path.of(args[0]))) {
                System.out.println("listening");
                try (Connection<ProcessLock> client = listener.accept()) {
                    ProcessLock lock = client.receive();
                    System.out.println("received " + lock);
                } catch (RuntimeException e) {
                    System.out.println("refused " + e.getMessage());
                }
            }
        }
    }

    /** A program that listens until its file is told to it, and never closes. */
    static final class Leaver {
        private Leaver() {}

        public static void main(String[] args) throws Exception {
            Listener<ProcessLock> listener = Listener.open(locks(), Path.of(args[0]));
            System.out.println("listening " + Files.exists(Path.of(args[0])));
            Await.file(Path.of(args[1]));
            System.out.println(listener.refused());
        }
    }

    /** A program that accepts one client, of which the argument says with which patience, and says how many it did not accept. */
    static final class Besieged {
        private Besieged() {}

        public static void main(String[] args) throws Exception {
            ConnectionTerms<ProcessLock> patient = locks().handshakeTimeout(Duration.ofHours(1));
            try (Listener<ProcessLock> listener = Listener.open(patient, 0)) {
                loadClasses(patient, listener);
                System.out.println("port " + text(listener.address()));
                try (Connection<ProcessLock> client = listener.accept()) {
                    client.sendBytes(new byte[7]);
                }
                System.out.println("refused " + listener.refused());
            }
        }

        /** From directories, that takes file descriptors; from jars, it does not. */
        private static void loadClasses(ConnectionTerms<ProcessLock> terms, Listener<ProcessLock> listener)
                throws Exception {
            try (Connection<ProcessLock> client = Client.connect(terms, listener.address());
                    Connection<ProcessLock> accepted = listener.accept()) {
                accepted.sendBytes(new byte[1]);
                client.receiveBytes();
            }
        }
    }
}
