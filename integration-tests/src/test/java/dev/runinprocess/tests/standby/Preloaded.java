package dev.runinprocess.tests.standby;

import dev.runinprocess.sync.ProcessLock;

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

    /** Launches, and each launch would. */
    static final class Launching {
        static final int STARTED = IncrementLauncher.start(1).pid() > 0 ? 1 : 0;

        private Launching() {}
    }
}
