package dev.runinprocess.tests.conformance;

import dev.runinprocess.ExitAction;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A child with actions of each kind that Python's finalizer test has. */
final class ExitActionTasks {
    private static final Cleaner CLEANER = Cleaner.create();

    private ExitActionTasks() {}

    @RunInProcess
    static void registerAll(Path letters) throws IOException {
        Files.createFile(letters);
        CLEANER.register(new Object(), () -> write(letters, "a "));
        Await.until("the cleaner has run", () -> {
            System.gc();
            return Files.readString(letters).equals("a ");
        });
        ExitAction byHand = Processes.atExit(0, () -> write(letters, "b "));
        byHand.run();
        byHand.run();
        ExitAction taken = Processes.atExit(5, () -> write(letters, "c "));
        if (!taken.cancel() || taken.cancel()) {
            throw new IllegalStateException("an action is cancelled once");
        }
        Processes.atExit(0, () -> write(letters, "d01 "));
        Processes.atExit(0, () -> write(letters, "d02 "));
        Processes.atExit(1, () -> write(letters, "d10 "));
        Processes.atExit(0, () -> write(letters, "d03 "));
        Processes.atExit(0, () -> {
            throw new IllegalStateException("one that fails keeps no other from running");
        });
        Processes.atExit(-100, () -> write(letters, "STOP"));
        Processes.atExit(-10, () -> write(letters, "e "));
    }

    private static void write(Path file, String letters) {
        try {
            Files.writeString(file, letters, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
