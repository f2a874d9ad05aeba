package dev.runinprocess.internal.os;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;

/** The paths by which other processes of the same user open a pipe of this process, on Linux. */
public final class OpenPipes {
    /** Unlikely in a pipe that somebody else opened a moment ago. */
    private static final int PROBE_BYTES = 3571;

    private OpenPipes() {}

    /**
     * Finds a pipe that was opened just now and is empty. The JDK does not tell a channel's descriptor, so this marks
     * the pipe with a number of bytes, looks for the descriptor whose pipe holds that many, and takes them out
     * again. The mark disappears from the right one only, which settles doubt.
     *
     * @throws IOException if there is no {@code /proc}, or the pipe is not shown in it
     */
    public static synchronized String pathOf(Pipe pipe) throws IOException {
        File own = new File("/proc/self/fd");
        String[] descriptors = own.list();
        if (descriptors == null) {
            throw new IOException("this system has no /proc/self/fd");
        }
        fill(pipe);
        String found = null;
        try {
            for (String descriptor : descriptors) {
                File file = new File(own, descriptor);
                if (isPipe(file) && bytesIn(file) == PROBE_BYTES) {
                    found = descriptor;
                    break;
                }
            }
        } finally {
            drain(pipe);
        }
        if (found == null || bytesIn(new File(own, found)) != 0) {
            throw new IOException("the pipe is not shown under /proc/self/fd");
        }
        return "/proc/" + ProcessHandle.current().pid() + "/fd/" + found;
    }

    private static void fill(Pipe pipe) throws IOException {
        ByteBuffer probe = ByteBuffer.allocate(PROBE_BYTES);
        while (probe.hasRemaining()) {
            pipe.sink().write(probe);
        }
    }

    private static void drain(Pipe pipe) throws IOException {
        ByteBuffer probe = ByteBuffer.allocate(PROBE_BYTES);
        while (probe.hasRemaining() && pipe.source().read(probe) >= 0) {
            // All of it is in the pipe already, so this does not block.
        }
    }

    private static boolean isPipe(File file) {
        try {
            return Files.readSymbolicLink(Path.of(file.getPath())).toString().startsWith("pipe:");
        } catch (IOException e) {
            // The descriptor was closed meanwhile.
            return false;
        }
    }

    private static int bytesIn(File file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return in.available();
        } catch (IOException e) {
            // Not ours to open, or closed meanwhile; not the one looked for either way.
            return -1;
        }
    }
}
