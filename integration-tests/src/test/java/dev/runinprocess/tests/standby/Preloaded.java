package dev.runinprocess.tests.standby;

import dev.runinprocess.sync.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
                Files.move(unfinished, Path.of("program"));
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
