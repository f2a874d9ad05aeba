package dev.runinprocess.tests.conformance;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessSemaphore;
import dev.runinprocess.tests.testing.Await;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;

/** Programs in the role of a parent. */
final class ProgramTasks {
    private ProgramTasks() {}

    /** Handles SIGUSR1 while it waits for a child. By reflection, since javac warns of every mention of the types. */
    static final class Signalled {
        private Signalled() {}

        public static void main(String[] args) throws Exception {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            InvocationHandler printing = (proxy, method, arguments) -> {
                System.out.println("handled");
                return null;
            };
            Object handler =
                    Proxy.newProxyInstance(Signalled.class.getClassLoader(), new Class<?>[] {handlerType}, printing);
            signal.getMethod("handle", signal, handlerType)
                    .invoke(null, signal.getConstructor(String.class).newInstance("USR1"), handler);
            ChildProcess<Void> child = UntilFileLauncher.start(Path.of(args[0]));
            System.out.println("waiting");
            child.join();
            System.out.println("joined " + child.exitCode().getAsInt());
        }
    }

    /** Prints without a line's end, and then starts a child. */
    static final class Flushing {
        private Flushing() {}

        public static void main(String[] args) throws Exception {
            System.out.print("foo");
            PauseLauncher.start(1).join();
            System.out.flush();
        }
    }

    /** Has a semaphore in a static field, as its child has, whose target is here, too. */
    static final class WithASemaphore {
        private static final ProcessSemaphore SEMAPHORE = ProcessSemaphore.create(1);

        private WithASemaphore() {}

        @RunInProcess
        static int permits() {
            return SEMAPHORE.availablePermits();
        }

        public static void main(String[] args) throws Exception {
            System.out.println(PermitsLauncher.invoke() + SEMAPHORE.availablePermits());
        }
    }

    /** Starts a child that reacts to SIGINT as any JVM does. */
    static final class Interrupted {
        private Interrupted() {}

        public static void main(String[] args) throws Exception {
            Path here = Path.of(args[0]);
            ChildProcess<Void> child = TouchAndStayLauncher.call(here)
                    .options(ProcessOptions.defaults().ignoreTerminalSignals(false))
                    .start();
            Await.file(here);
            System.out.println("child " + child.pid());
            child.join();
            System.out.println("ended " + child.exitCode().getAsInt());
        }
    }

    /** Starts a child that stays. */
    static final class Staying {
        private Staying() {}

        public static void main(String[] args) throws Exception {
            ChildProcess<Void> child = TouchAndStayLauncher.start(Path.of(args[0]));
            System.out.println("child " + child.pid());
            child.join();
        }
    }

    /** Starts a child that starts one that stays. */
    static final class Nesting {
        private Nesting() {}

        public static void main(String[] args) throws Exception {
            NestAndStayLauncher.start(Path.of(args[0])).join();
        }
    }
}
