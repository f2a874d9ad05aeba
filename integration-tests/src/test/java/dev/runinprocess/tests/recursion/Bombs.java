package dev.runinprocess.tests.recursion;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import java.util.concurrent.ExecutionException;

/** Classes whose static initialisers launch, in the ways that a user might write by mistake; and one in a way that is fine. */
final class Bombs {
    private Bombs() {}

    /** The class of the task launches, as a Python script without its main guard does. */
    static final class Direct {
        static final int FIRST = launched();

        private Direct() {}

        private static int launched() {
            System.out.println("launching in depth " + Processes.current().depth());
            return waitFor(DirectLauncher.start());
        }

        @RunInProcess
        static int direct() {
            return 1;
        }

        public static void main(String[] args) {
            System.out.println("main runs, which it must not: " + FIRST);
        }
    }

    /** The task uses a class that launches the task. */
    static final class Indirect {
        private Indirect() {}

        static final class Settings {
            static final int VALUE = waitFor(IndirectLauncher.start());

            private Settings() {}
        }

        @RunInProcess
        static int indirect() {
            return Settings.VALUE;
        }

        public static void main(String[] args) {
            System.out.println("main has " + waitFor(IndirectLauncher.start()));
        }
    }

    /** A thread launches, which no stack shows to be the initialiser's. */
    static final class Threaded {
        static {
            Thread thread = new Thread(() -> {
                System.out.println("launching in depth " + Processes.current().depth());
                waitFor(ThreadedLauncher.start());
            });
            thread.start();
        }

        private Threaded() {}

        @RunInProcess
        static int threaded() {
            return 1;
        }

        public static void main(String[] args) {
            System.out.println("main runs");
        }
    }

    /** The child does not use the class whose initialiser launches. */
    static final class Legitimate {
        static final int VALUE = waitFor(HarmlessLauncher.start());

        private Legitimate() {}

        public static void main(String[] args) {
            System.out.println("main has " + VALUE);
        }
    }

    @RunInProcess
    static int harmless() {
        return 7;
    }

    /** How deep it gets. */
    @RunInProcess
    static int deeper() throws InterruptedException {
        int depth = Processes.current().depth();
        try {
            return DeeperLauncher.start().get();
        } catch (IllegalStateException e) {
            System.out.println("refused: " + e.getMessage());
            return depth;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints how deep a chain of launches gets. */
    static final class Deep {
        private Deep() {}

        public static void main(String[] args) {
            System.out.println("depth " + waitFor(DeeperLauncher.start()));
        }
    }

    private static int waitFor(ChildProcess<Integer> child) {
        try {
            return child.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
