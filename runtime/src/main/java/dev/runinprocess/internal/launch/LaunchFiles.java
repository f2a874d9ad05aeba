package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.archive.Archives;
import dev.runinprocess.internal.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one launch, in the session directory.
 *
 * @param argumentFile read by the child's JVM as it starts
 * @param crashLog written by the child's JVM as it crashes
 * @param classList written by the child's JVM if it is to say which classes it loads
 */
record LaunchFiles(Path argumentFile, Path crashLog, Path classList) {
    private static final int MAX_CRASH_LOG_BYTES = 1 << 20;

    static LaunchFiles in(Session session) {
        return new LaunchFiles(session.newFile(".args"), session.newFile(".hs_err"), session.newFile(".loaded"));
    }

    /** The crash log's text, if there is one. */
    Optional<String> readCrashLog() {
        if (!Files.exists(crashLog)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(crashLog)) {
            return Optional.of(new String(in.readNBytes(MAX_CRASH_LOG_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.of("(the crash log could not be read: " + e + ")");
        }
    }

    /** The child's JVM has read its options. */
    void deleteArgumentFile() {
        delete(argumentFile);
    }

    /** The child has ended by itself, and its list of classes is whole. */
    void takeClassList() {
        Archives.ended(classList, true);
    }

    /** The child is dead. */
    void deleteAll() {
        Archives.ended(classList, false);
        delete(argumentFile);
        delete(crashLog);
        delete(classList);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The session directory's removal takes it along.
        }
    }
}
