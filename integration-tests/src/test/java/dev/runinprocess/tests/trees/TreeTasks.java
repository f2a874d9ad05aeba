package dev.runinprocess.tests.trees;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ParentDeath;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes that start others and stay; each writes its id into a file as soon as it is there. */
final class TreeTasks {
    private TreeTasks() {}

    /** A child with a library child and a foreign program below it. */
    @RunInProcess
    static void stayWithAll(Path directory) throws Exception {
        startSleep(directory.resolve("foreign"));
        StayLauncher.start(directory.resolve("grandchild"));
        Await.file(directory.resolve("grandchild"));
        note(directory.resolve("child"), Processes.current().pid());
        Thread.currentThread().join();
    }

    @RunInProcess
    static void stay(Path here) throws Exception {
        note(here, Processes.current().pid());
        Thread.currentThread().join();
    }

    /** A child below which one outlives it. */
    @RunInProcess
    static void stayWithSurvivor(Path directory) throws Exception {
        ChildProcess<Void> survivor = StayUntilLauncher.call(
                        directory.resolve("survivor"), directory.resolve("go"), directory.resolve("launched"))
                .options(ProcessOptions.defaults().parentDeath(ParentDeath.OUTLIVE))
                .start();
        Await.file(directory.resolve("survivor"));
        note(directory.resolve("child"), survivor.pid());
        Thread.currentThread().join();
    }

    /** Stays until it may go, and then launches, in a session of its own. */
    @RunInProcess
    static void stayUntil(Path here, Path go, Path launched) throws Exception {
        note(here, Processes.current().pid());
        Await.file(go);
        note(launched, TwiceLauncher.invoke(21));
    }

    @RunInProcess
    static long twice(long number) {
        return 2 * number;
    }

    private static void startSleep(Path here) throws IOException {
        Process sleep = new ProcessBuilder("sleep", "1000").start();
        note(here, sleep.pid());
    }

    /** Whole or not at all, for a reader that waits for the file. */
    private static void note(Path file, long number) throws IOException {
        Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), Long.toString(number));
        Files.move(part, file);
    }

    /** A program that stays with a whole tree below it, and says when a child of it ends. */
    static final class Root {
        private Root() {}

        public static void main(String[] args) throws Exception {
            ChildProcess<Void> child = StayWithAllLauncher.start(Path.of(args[0]));
            child.join();
            System.out.println("ended " + child.exitCode().getAsInt());
            System.out.println("still " + TwiceLauncher.invoke(1));
        }
    }

    /** A program with one launch. */
    static final class Once {
        private Once() {}

        public static void main(String[] args) throws Exception {
            System.out.println("twice " + TwiceLauncher.invoke(4) + " in "
                    + Processes.current().pid());
        }
    }
}
