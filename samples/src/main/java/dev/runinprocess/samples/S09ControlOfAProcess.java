package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A process in your hand: not yet started, running, asked to stop, made to stop.
 *
 * <p>Teaches: what {@link ChildProcess} tells and does.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * ChildProcess[name=waitPatiently-1, new]
 * ChildProcess[name=waitPatiently-1, pid=…, alive]
 * ended within 100 ms: false
 * children alive: 1
 * interrupted, it returned: I was interrupted.
 * exit code: 0
 * terminated, exit code: 143
 * killed, exit code: 137
 * the same method in this process: I was interrupted.
 * }</pre>
 */
public final class S09ControlOfAProcess {
    @RunInProcess
    static String waitPatiently() {
        try {
            new CountDownLatch(1).await();
            return "Nobody counts down.";
        } catch (InterruptedException e) {
            return "I was interrupted.";
        }
    }

    public static void main(String[] args) throws Exception {
        ChildProcess<String> child = WaitPatientlyLauncher.process();
        System.out.println(child);
        child.start();
        System.out.println(child);
        System.out.println("ended within 100 ms: " + child.join(Duration.ofMillis(100)));
        System.out.println("children alive: " + Processes.activeChildren().size());

        // The method's thread is interrupted, as any thread; what it makes of it is its own affair.
        child.interrupt();
        System.out.println("interrupted, it returned: " + child.get());
        child.join();
        System.out.println("exit code: " + child.exitCode().getAsInt());

        // SIGTERM: shutdown hooks run. SIGKILL: nothing does.
        ChildProcess<String> terminated = WaitPatientlyLauncher.start();
        terminated.terminate();
        terminated.join();
        System.out.println("terminated, exit code: " + terminated.exitCode().getAsInt());
        ChildProcess<String> killed = WaitPatientlyLauncher.start();
        killed.kill();
        killed.join();
        System.out.println("killed, exit code: " + killed.exitCode().getAsInt());

        // For tests and debugging: the method here, on this thread.
        Thread.currentThread().interrupt();
        System.out.println("the same method in this process: "
                + WaitPatientlyLauncher.process().run());
    }
}
