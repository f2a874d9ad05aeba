package dev.runinprocess;

import dev.runinprocess.internal.archive.Training;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A program that makes a shared archive of the classes which the children of another program load, to be shipped with that: where it is installed, or as an image is
 * built, since an archive is for one JDK and for jars of one place, size and time. Children use it with {@code -Druninprocess.archive=}<i>file</i>. Without it,
 * they use what this library makes on its own.
 *
 * <pre>java -cp app.jar:runinprocess-runtime.jar dev.runinprocess.MakeArchive app.jsa com.example.Main arguments…</pre>
 */
public final class MakeArchive {
    private static final int WORDS = 2;

    private MakeArchive() {}

    /**
     * Runs the other program to its end, in a JVM of its own with the same class path, and makes the archive.
     *
     * @param args the archive's file, the main class, and its arguments
     * @throws Exception if the program fails, or no archive can be made
     */
    public static void main(String[] args) throws Exception {
        if (args.length < WORDS) {
            throw new IllegalArgumentException(
                    "Name the archive's file, the main class of a program that starts children, and its arguments.");
        }
        List<String> program = Arrays.asList(args).subList(1, args.length);
        Training.run(Path.of(args[0]), program);
    }
}
