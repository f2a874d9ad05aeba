package dev.runinprocess.tests.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A point that a child has reached, told by a file. */
public final class Stage {
    private Stage() {}

    /** Tells that it is reached. */
    public static void reach(Path marker) {
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells that it is reached, and stays there until the process ends or the thread is interrupted. */
    public static void reachAndStay(Path marker) throws InterruptedException {
        reach(marker);
        new CountDownLatch(1).await();
    }

    /** As {@link #reachAndStay}, for code that may not throw: an interrupt changes nothing. */
    public static void reachAndStayForGood(Path marker) {
        reach(marker);
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // For good.
            }
        }
    }
}
