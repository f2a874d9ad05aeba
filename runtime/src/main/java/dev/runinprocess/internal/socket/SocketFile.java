package dev.runinprocess.internal.socket;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.session.ExitActions;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file by which a socket of the Unix domain is found: for its owner alone, and deleted with the listener, or at the orderly end of the process. */
final class SocketFile {
    /*
     * What a dead listener left at the path is replaced. Dead means: it is a socket, and the kernel refuses connections to it, which it does when nobody listens. It does so, too, between the
     * binding of a socket and its listening; so both happen under a lock, and so do the test and the deletion.
     */
    private static final int SOCKET_TYPE = 0140000;

    private static final int TYPE_MASK = 0170000;

    private final Path path;
    private final @Nullable Object identity;
    private final ExitActions.Action atExit;

    private SocketFile(Path path, @Nullable Object identity) {
        this.path = path;
        this.identity = identity;
        this.atExit = ExitActions.add(0, this::deleteFile);
    }

    /** Binds a socket to a path. */
    static SocketFile bind(ServerSocketChannel channel, Path wanted, int backlog) throws IOException {
        // The working directory of a process is fixed, but who is told the address may have another.
        Path path = wanted.toAbsolutePath();
        TakeoverLock lock = TakeoverLock.of(path);
        try (lock) {
            requireDeadOrGone(path);
            Files.deleteIfExists(path);
            bindTo(channel, path, backlog);
            return claimed(path);
        }
    }

    private static SocketFile claimed(Path path) throws IOException {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return new SocketFile(path, identityOf(path));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void bindTo(ServerSocketChannel channel, Path path, int backlog) throws IOException {
        try {
            channel.bind(UnixDomainSocketAddress.of(path), backlog);
        } catch (BindException e) {
            throw e;
        } catch (SocketException e) {
            throw refused(
                    path,
                    "it cannot be bound there (" + e.getMessage()
                            + "). A path has 107 bytes at most, in a directory that this user can write to.");
        }
    }

    /** A listener that closes deletes its file at any moment. */
    private static void requireDeadOrGone(Path path) throws IOException {
        int mode;
        try {
            mode = (Integer) Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return;
        }
        if ((mode & TYPE_MASK) != SOCKET_TYPE) {
            throw refused(path, "there is a file that is no socket. Delete it, or choose another path.");
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Without blocking, since one who lives may have no room for more visitors.
            channel.configureBlocking(false);
            boolean unused = channel.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException e) {
            return;
        } catch (IOException e) {
            if (Files.notExists(path, NOFOLLOW_LINKS)) {
                return;
            }
            throw refused(path, "nobody can tell whether its listener is dead (" + e.getMessage() + ").");
        }
        throw refused(path, "somebody listens there.");
    }

    private static BindException refused(Path path, String why) {
        return new BindException("No listener at " + path + ": " + why);
    }

    private static @Nullable Object identityOf(Path path) {
        try {
            return Files.getAttribute(path, "unix:fileKey", NOFOLLOW_LINKS);
        } catch (IOException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** Once; not what somebody else has put there since. */
    void delete() {
        atExit.run();
    }

    private void deleteFile() {
        if (identity == null || !Objects.equals(identity, identityOf(path))) {
            return;
        }
        try {
            Files.delete(path);
        } catch (NoSuchFileException e) {
            // Somebody was faster.
        } catch (IOException e) {
            Log.warning("A listener's file could not be deleted: " + path, e);
        }
    }
}
