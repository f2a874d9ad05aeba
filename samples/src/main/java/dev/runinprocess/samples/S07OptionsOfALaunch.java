package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Options of one launch: output, environment, heap, time.
 *
 * <p>Teaches: {@link ProcessOptions} of a launch override the annotation's attributes, which override the defaults. They enter by
 * {@code call(…).options(…)} or {@code with().options(…)}.
 *
 * <p>You should see (and on standard error the stack trace of the child that had too little memory):
 *
 * <pre>{@code
 * captured: Hello from Paris.
 * [london] Hello from London.
 * 100 MB in a heap of 32 MB: java.lang.OutOfMemoryError: Java heap space
 * 100 MB in a heap of 256 MB: fine
 * given up after 300 ms
 * }</pre>
 */
public final class S07OptionsOfALaunch {
    private static final int MEGABYTE = 1 << 20;

    @RunInProcess
    static void greet() {
        System.out.println("Hello from " + System.getenv("CITY") + ".");
    }

    @RunInProcess(maxHeap = "32m")
    static int fill(int megabytes) {
        return new byte[megabytes * MEGABYTE].length;
    }

    @RunInProcess
    static void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    public static void main(String[] args) throws Exception {
        ProcessOptions inParis = ProcessOptions.defaults().environment("CITY", "Paris");
        ChildProcess<Void> captured =
                GreetLauncher.call().options(inParis.stdout(Output.capture())).start();
        captured.join();
        System.out.print("captured: " + captured.capturedStdout().orElseThrow());

        ProcessOptions inLondon = ProcessOptions.defaults().environment("CITY", "London");
        GreetLauncher.with()
                .options(inLondon.stdout(Output.forward("[london] ")))
                .start()
                .join();

        try {
            FillLauncher.invoke(100);
        } catch (OutOfMemoryError e) {
            System.out.println("100 MB in a heap of 32 MB: " + e);
        }
        FillLauncher.with()
                .megabytes(100)
                .options(ProcessOptions.defaults().maxHeap("256m"))
                .invoke();
        System.out.println("100 MB in a heap of 256 MB: fine");

        ProcessOptions impatient = ProcessOptions.defaults().timeout(Duration.ofMillis(300));
        try {
            WaitForEverLauncher.call().options(impatient).await();
        } catch (ChildTimeoutException e) {
            System.out.println("given up after " + e.timeout().toMillis() + " ms");
        }
    }
}
