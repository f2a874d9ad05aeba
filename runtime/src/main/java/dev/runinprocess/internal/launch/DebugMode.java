package dev.runinprocess.internal.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** The property that makes each child wait for a debugger before its first statement. */
final class DebugMode {
    static final String PROPERTY = "runinprocess.debug";

    private DebugMode() {}

    /** The options for one child, after saying where it waits; none unless the property is set. */
    static List<String> options(String processName) {
        if (!isOn()) {
            return List.of();
        }
        int port = freePort();
        System.err.println("Child process '" + processName + "' waits for a debugger: host=localhost, port=" + port);
        return List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=localhost:" + port);
    }

    /** Whether a child waits for a debugger, by this mode or by its own options. */
    static boolean makesWait(LaunchSpec spec) {
        return isOn() || spec.jvm().arguments().stream().anyMatch(DebugMode::suspends);
    }

    private static boolean suspends(String option) {
        return (option.startsWith("-agentlib:jdwp") || option.startsWith("-Xrunjdwp")) && !option.contains("suspend=n");
    }

    private static boolean isOn() {
        String value = System.getProperty(PROPERTY);
        return value != null && !value.equalsIgnoreCase("false");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port for the child's debugger", e);
        }
    }
}
