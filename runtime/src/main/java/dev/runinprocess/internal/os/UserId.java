package dev.runinprocess.internal.os;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number of the user whose files this process makes. */
public final class UserId {
    private static final int UNKNOWN = -1;
    private static volatile int known = UNKNOWN;

    private UserId() {}

    /**
     * Of this process.
     *
     * @throws IOException if the system does not tell, which one with POSIX file systems does
     */
    public static int current() throws IOException {
        int user = known;
        if (user == UNKNOWN) {
            Path self = Path.of("/proc/self");
            user = Files.exists(self) ? ownerOf(self) : ownerOfANewFile();
            known = user;
        }
        return user;
    }

    private static int ownerOfANewFile() throws IOException {
        Path file = Files.createTempFile("runinprocess", null);
        try {
            return ownerOf(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Of a file; of a link itself, not of what it leads to. */
    public static int ownerOf(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", NOFOLLOW_LINKS);
    }
}
