package dev.runinprocess.samples;

import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;

/**
 * Children that die, and a parent that lives on.
 *
 * <p>Teaches: whatever ends a child without a result is a {@link ChildDiedException} with the facts, at once. A crash of native code, which would
 * take a whole JVM with it, takes only the child.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * #
 * # A fatal error has been detected by the Java Runtime Environment:
 * …
 * #
 * Child process 'crash-1' (S04CrashSurvived.crash) crashed before it returned a result: pid=…, exitCode=1, after=… ms
 * The JVM crashed: SIGSEGV …
 *
 * S04CrashSurvived.leave lived for … ms and ended with exit code 7.
 * Its last words: [The disk is on fire.]
 *
 * The parent lives on in process …
 * }</pre>
 */
public final class S04CrashSurvived {
    /** Reads the address 0, as a bug in a native library does. */
    @RunInProcess(jvmArgs = {"--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED", "-XX:-CreateCoredumpOnCrash"})
    static int crash() throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
        Object instance = unsafe.getMethod("getUnsafe").invoke(null);
        return (int) unsafe.getMethod("getInt", long.class).invoke(instance, 0L);
    }

    @RunInProcess
    static String leave(int code) {
        System.err.println("The disk is on fire.");
        System.exit(code);
        return "never reached";
    }

    public static void main(String[] args) throws Exception {
        try {
            CrashLauncher.invoke();
        } catch (ChildDiedException e) {
            System.out.println(e.getMessage());
        }
        try {
            LeaveLauncher.invoke(7);
        } catch (ChildDiedException e) {
            long millis = e.duration().toMillis();
            System.out.println(
                    "\n" + e.task() + " lived for " + millis + " ms and ended with exit code " + e.exitCode() + ".");
            System.out.println("Its last words: " + e.stderr());
        }
        System.out.println(
                "\nThe parent lives on in process " + Processes.current().pid());
    }
}
