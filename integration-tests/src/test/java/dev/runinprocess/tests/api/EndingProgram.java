package dev.runinprocess.tests.api;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.tests.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A parent that ends in the way its first argument says, with a child of the kind its second argument says, which tells its stages by files in
 * the directory of the third.
 */
final class EndingProgram {
    private EndingProgram() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[2]);
        ChildProcess<?> child = startChild(args[1], directory);
        System.out.println("child " + child.pid());
        switch (args[0]) {
            case "return" -> System.out.println("main returns");
            case "exit" -> System.exit(3);
            case "throw" -> throw new IllegalStateException("main throws");
            case "stay" -> new CountDownLatch(1).await();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static ChildProcess<?> startChild(String kind, Path directory) {
        Path marker = directory.resolve("here");
        ProcessOptions options = ProcessOptions.defaults().grace(Duration.ofMillis(300));
        switch (kind) {
            case "daemon" -> {
                return awaited(
                        StayLauncher.call(marker).options(options.daemon(true)).start(), marker);
            }
            case "busy" -> {
                return awaited(StayLauncher.call(marker).options(options).start(), marker);
            }
            case "hanging" -> {
                return awaited(
                        StayThroughSigtermLauncher.call(marker).options(options).start(), marker);
            }
            case "finishing" -> {
                return LeaveThreadLauncher.call(directory.resolve("end"), false)
                        .options(options.stderr(Output.discard()))
                        .start();
            }
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static ChildProcess<?> awaited(ChildProcess<?> child, Path marker) {
        Await.file(marker);
        return child;
    }
}
