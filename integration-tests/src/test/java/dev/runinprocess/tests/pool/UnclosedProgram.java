package dev.runinprocess.tests.pool;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.tests.testing.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A program that never closes its pool, in several ways. */
final class UnclosedProgram {
    static @Nullable ProcessPool pool;

    private UnclosedProgram() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        ProcessPool started = ProcessPool.of(2);
        pool = started;
        switch (args[0]) {
            case "idle" -> System.out.println(started.map(SquareLauncher::call, List.of(1, 2, 3)));
            case "busy" -> {
                Future<?> unused = started.submit(
                                GoOnAtLauncher.call(directory.resolve("here"), directory.resolve("go"), 42))
                        .thenApplyAsync(result -> result + 1)
                        .thenAccept(result -> System.out.println("result " + result));
                for (int i = 0; i < 10; i++) {
                    Future<?> ignored = started.submit(CountLauncher.call(directory.resolve("count")));
                }
            }
            case "exit" -> {
                Future<?> unused = started.submit(StayForGoodLauncher.call(directory.resolve("here")));
                Await.file(directory.resolve("here"));
                System.exit(4);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.println("main returns");
    }
}
