package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.LauncherScript;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.lang.reflect.Field;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeavesNothing.class)
class SegmentationFaultTest {
    private static final int SIGABRT = 6;

    /** By reflection: javac warns of the class, and nothing suppresses that. */
    @RunInProcess
    static void crash() throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        unsafe.getMethod("putLong", long.class, long.class).invoke(instance.get(null), 0L, 1L);
    }

    private static ChildDiedException deathAfterCrash(ProcessOptions options) throws InterruptedException {
        ChildProcess<Void> child =
                CrashLauncher.call().options(options.stdout(Output.capture())).start();
        ChildDiedException died = Endings.deathOf(child);
        assertThat(died.crashLog().orElseThrow())
                .contains("SIGSEGV", "SegmentationFaultTest.crash", "pid=" + died.pid());
        // The one text that the JVM prints nowhere else.
        assertThat(child.capturedStdout().orElseThrow()).contains("A fatal error has been detected");
        assertThat(died).hasMessageContaining("The JVM crashed: SIGSEGV");
        assertThat(died.report().exitedItself()).isFalse();
        return died;
    }

    /** The JVM catches SIGSEGV, writes its report, and aborts. */
    @Test
    void segmentationFault_isADeathWithTheCrashLog(@TempDir Path directory) throws Exception {
        Path java = LauncherScript.write(directory, "ulimit -c 0");

        ChildDiedException died = deathAfterCrash(Endings.QUIET.javaExecutable(java));

        assertThat(died.signal()).hasValue(SIGABRT);
        assertThat(died.exitCode()).isEqualTo(128 + SIGABRT);
        assertThat(died).hasMessageContaining("was ended by signal 6 (SIGABRT)");
    }

    /** Without a core dump in mind it does not abort but exits. */
    @Test
    void segmentationFaultWithoutCoreDump_isADeathWithTheCrashLog() throws Exception {
        ChildDiedException died = deathAfterCrash(Endings.QUIET.jvmArgs("-XX:-CreateCoredumpOnCrash"));

        assertThat(died.exitCode()).isEqualTo(1);
        assertThat(died.signal()).isEmpty();
        assertThat(died).hasMessageContaining("crashed before it returned a result");
    }
}
