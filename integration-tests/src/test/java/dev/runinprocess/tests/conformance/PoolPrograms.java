package dev.runinprocess.tests.conformance;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.tests.testing.Await;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Programs that have pools. */
final class PoolPrograms {
    private PoolPrograms() {}

    /** Keeps its pool in a static variable, and never closes it. */
    static final class Unclosed {
        static @Nullable ProcessPool pool;

        private Unclosed() {}

        public static void main(String[] args) throws Exception {
            ProcessPool started = ProcessPool.of(1);
            pool = started;
            System.out.println(sum(started, 10));
        }
    }

    /** Lets go of a pool that is open. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] args) throws Exception {
            start();
            Await.until("all workers have ended", () -> {
                System.gc();
                return ProcessHandle.current().children().noneMatch(Forgetful::isWorker);
            });
            System.out.println("all workers have ended");
        }

        private static boolean isWorker(ProcessHandle child) {
            return child.info().commandLine().orElse("").contains("PoolWorker");
        }

        private static void start() throws Exception {
            int unused = sum(ProcessPool.builder().name("forgotten").workers(1).start(), 3);
        }
    }

    /** Has as many workers as its argument says. */
    static final class Large {
        private Large() {}

        public static void main(String[] args) throws Exception {
            ProcessOptions small = ProcessOptions.defaults().maxHeap("32m").jvmArgs("-Xss256k", "-XX:+UseSerialGC");
            try (ProcessPool pool = ProcessPool.builder()
                    .workers(Integer.parseInt(args[0]))
                    .options(small)
                    .start()) {
                System.out.println(sum(pool, 1000));
            }
        }
    }

    private static int sum(ProcessPool pool, int end) throws Exception {
        return pool.map(SqrLauncher::call, IntStream.range(0, end).boxed().toList()).stream()
                .mapToInt(square -> square)
                .sum();
    }
}
