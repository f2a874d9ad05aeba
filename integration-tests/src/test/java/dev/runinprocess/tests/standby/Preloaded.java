package dev.runinprocess.tests.standby;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.sync.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Classes that are initialised ahead; each shows in a system property that it was. */
final class Preloaded {
    private Preloaded() {}

    /** Makes something that processes share. */
    static final class WithALock {
        static final String SHOWS = "standby.preloaded.lock";
        static final ProcessLock LOCK = ProcessLock.create();

        static {
            System.setProperty(SHOWS, "true");
        }

        private WithALock() {}
    }

    /** Has a thread launch, which no static initialiser is on the stack of. */
    static final class WithAThreadThatLaunches {
        static {
            Thread thread = new Thread(new Launch());
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private WithAThreadThatLaunches() {}
    }

    /** Tells that it was refused. */
    private static final class Launch implements Runnable {
        @Override
        public void run() {
            try {
                IncrementLauncher.start(1).join();
            } catch (LaunchException e) {
                System.setProperty(
                        WithALock.SHOWS, Boolean.toString(e.toString().contains("ahead of its task")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Cannot be initialised. */
    static final class Broken {
        static {
            if (Boolean.parseBoolean("true")) {
                throw new IllegalStateException("no configuration for this class");
            }
        }

        private Broken() {}
    }

    /** Starts a program, and tells its process id. */
    static final class StartingAProgram {
        static final Process PROGRAM = program();

        private StartingAProgram() {}

        private static Process program() {
            try {
                Process started = new ProcessBuilder("sleep", "600").start();
                Path unfinished = Files.writeString(Path.of("program.new"), Long.toString(started.pid()));
                Files.move(unfinished, Path.of("program"), StandardCopyOption.ATOMIC_MOVE);
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts one, and never comes to an end itself. */
    static final class Hanging {
        static {
            StartingAProgram.PROGRAM.toHandle().onExit().join();
        }

        private Hanging() {}
    }

    /** Launches, and each launch would. */
    static final class Launching {
        static final int STARTED = IncrementLauncher.start(1).pid() > 0 ? 1 : 0;

        private Launching() {}
    }
}
