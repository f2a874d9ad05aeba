package dev.runinprocess.tests.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments and results of any size. */
@ExtendWith(LeavesNothing.class)
class FrameSizeTest {
    private static final int SEED = 20260101;

    @RunInProcess
    static byte[] reverse(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    /** Around what a frame, a pipe and a chunk of a payload hold. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 255, 256, 4095, 4096, 4097, 65_526, 65_535, 65_536, 65_537, 131_072, 262_143, 262_144, 262_145,
                5_000_000
            })
    void bytes_ofThatLength_arriveBothWays(int length) throws Exception {
        byte[] bytes = random(length);
        ChildProcess<byte[]> child = ReverseLauncher.call(bytes)
                .options(ProcessOptions.defaults().stdout(Output.capture()).stderr(Output.capture()))
                .start();

        assertThat(Arrays.equals(child.get(), reverse(bytes))).isTrue();
        child.join();
        assertThat(child.exitCode()).hasValue(0);
        assertThat(child.capturedStdout()).hasValue("");
        assertThat(child.capturedStderr()).hasValue("");
    }

    /** Sends an argument of hundreds of megabytes and gets as much. */
    static final class LargeProgram {
        private static final int BYTES = 300_000_000;

        private LargeProgram() {}

        public static void main(String[] args) throws Exception {
            ProcessOptions options = ProcessOptions.defaults().maxHeap("900m");
            byte[] bytes = random(BYTES);
            byte[] reversed = ReverseLauncher.call(bytes).options(options).await();
            System.out.println("arrived " + Arrays.equals(reversed, reverse(bytes)));
        }
    }

    @Test
    void threeHundredMegabytes_arriveBothWays(@TempDir Path directory) {
        ParentProgram program = ParentProgram.of(LargeProgram.class, directory).option("-Xmx1500m");
        try (RunningProgram running = program.start()) {
            assertThat(running.awaitLine("arrived ")).isEqualTo("true");
            assertThat(running.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }

    /** Has no room for what it sends, or for what it gets. */
    static final class CrampedProgram {
        private CrampedProgram() {}

        public static void main(String[] args) throws Exception {
            ChildProcess<byte[]> child = GrowLauncher.start(100_000_000);
            try {
                System.out.println("got " + child.get().length);
            } catch (ExecutionException e) {
                System.out.println("failed " + e.getCause());
            }
            child.join();
            System.out.println("and then " + GrowLauncher.invoke(10).length);
        }
    }

    @RunInProcess
    static byte[] grow(int length) {
        return new byte[length];
    }

    @Test
    void resultThatTheParentHasNoRoomFor_failsTheCaller_andNothingElse(@TempDir Path directory) {
        ParentProgram program =
                ParentProgram.of(CrampedProgram.class, directory).option("-Xmx64m");
        try (RunningProgram running = program.start()) {
            assertThat(running.awaitLine("failed "))
                    .contains("this process has no memory for it: raise its -Xmx", "OutOfMemoryError");
            assertThat(running.awaitLine("and then ")).isEqualTo("10");
            assertThat(running.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void resultThatTheChildHasNoRoomFor_isItsFailure() throws Exception {
        ChildProcess<byte[]> child = GrowLauncher.call(40_000_000)
                .options(ProcessOptions.defaults().maxHeap("64m").stderr(Output.capture()))
                .start();

        assertThatThrownBy(child::get).hasCauseExactlyInstanceOf(OutOfMemoryError.class);
        child.join();
        assertThat(child.exitCode()).hasValue(1);
    }
}
