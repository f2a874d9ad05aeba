package dev.runinprocess.tests.endings;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child whose task has used up the heap, and holds on to all of it, when its parent dies. */
class NoMemoryLeftTest {
    private static final int LARGEST = 1 << 18;

    /** Tells that the heap is full, by a character that it needs no memory for, and takes at once what the JVM still frees. */
    @RunInProcess(
            maxHeap = "16m",
            jvmArgs = {"-XX:+UseSerialGC", "-XX:-UseGCOverheadLimit"})
    static void takeAllMemory() {
        Object[] hoard = new Object[1];
        System.err.write('<');
        System.err.flush();
        for (int round = 0; ; round++) {
            for (int length = LARGEST; length > 0; length /= 2) {
                hoard = filled(hoard, length);
            }
            if (round == 1) {
                System.err.write('>');
                System.err.flush();
            }
        }
    }

    private static Object[] filled(Object[] hoard, int length) {
        Object[] last = hoard;
        try {
            while (true) {
                Object[] next = new Object[length];
                next[0] = last;
                last = next;
            }
        } catch (OutOfMemoryError e) {
            // The task goes on with less.
            return last;
        }
    }

    static final class ParentOfHoarder {
        private ParentOfHoarder() {}

        public static void main(String[] args) throws Exception {
            ChildProcess<Void> child = TakeAllMemoryLauncher.call()
                    .options(ProcessOptions.defaults().stderr(Output.toFile(Path.of(args[0]))))
                    .start();
            System.out.println("child " + child.pid());
            child.join();
        }
    }

    /** Its files may stay: the next session sweeps them. */
    @Test
    void childWithoutMemory_endsWithItsParent(@TempDir Path directory) {
        Path words = directory.resolve("words");
        try (RunningProgram parent = ParentProgram.of(ParentOfHoarder.class, directory)
                .argument(words)
                .start()) {
            long child = Long.parseLong(parent.awaitLine("child "));
            Await.until(words + " has the end", () -> Files.readString(words).equals("<>"));

            parent.signal("KILL");

            Await.end(child);
        }
        Leftovers.in(directory).assertNoProcesses();
    }
}
