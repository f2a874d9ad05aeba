package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Druninprocess.inline}: every launch in this process, for a debugger's sake. */
class InlineModeTest {
    /** Prints what becomes of a few launches. */
    static final class InlineProgram {
        private InlineProgram() {}

        public static void main(String[] args) throws Exception {
            ChildProcess<String> told = WhereAmILauncher.start();
            System.out.println(
                    "here " + told.get().startsWith(ProcessHandle.current().pid() + " whereAmI-"));
            System.out.println("pid " + (told.pid() == ProcessHandle.current().pid()));
            told.join();
            System.out.println("code " + told.exitCode().getAsInt());
            ChildProcess<Void> failed = FailLauncher.start("inline");
            try {
                failed.get();
            } catch (ExecutionException e) {
                System.out.println("thrown " + e.getCause());
            }
            failed.join();
            System.out.println("failed " + failed.exitCode().getAsInt());
            ChildProcess<String> interrupted = StayUntilInterruptedLauncher.start(Path.of(args[0]));
            interrupted.interrupt();
            System.out.println("told to end: " + interrupted.get());
        }
    }

    /** Says why there is no pool. */
    static final class InlinePool {
        private InlinePool() {}

        public static void main(String[] args) {
            try (ProcessPool pool = ProcessPool.of(1)) {
                System.out.println("started " + pool.name());
            } catch (LaunchException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void pool_refusesToStart_andSaysWhy(@TempDir Path directory) {
        try (RunningProgram running = ParentProgram.of(InlinePool.class, directory)
                .property("runinprocess.inline", true)
                .start()) {
            assertThat(running.awaitExit()).isZero();
            assertThat(running.stdout()).contains("-Druninprocess.inline").contains("workers of a pool");
        }
        assertThat(Leftovers.in(directory).files()).isEmpty();
    }

    @Test
    void launches_runInThisProcess(@TempDir Path directory) {
        ParentProgram program = ParentProgram.of(InlineProgram.class, directory)
                .property("runinprocess.inline", true)
                .argument(directory.resolve("here"));
        try (RunningProgram running = program.start()) {
            assertThat(running.awaitExit()).isZero();
            assertThat(running.stdout().lines())
                    .containsExactly(
                            "here true",
                            "pid true",
                            "code 0",
                            "thrown java.lang.IllegalAccessException: inline",
                            "failed 1",
                            "told to end: interrupted");
        }
        assertThat(Leftovers.in(directory).files()).isEmpty();
    }
}
