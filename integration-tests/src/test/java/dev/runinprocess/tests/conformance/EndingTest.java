package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How children end, what they flush, what they wait for, and what they leave open. */
@ExtendWith(LeavesNothing.class)
final class EndingTest {
    private static final int SIGTERM_CODE = 143;

    @TempDir
    Path directory;

    @Test
    @Conformance("_TestProcess.test_many_processes")
    void manyAtOnce_joinedOrTerminated_allEndAsAsked() throws Exception {
        List<ChildProcess<Void>> short5 = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            short5.add(PauseLauncher.start(10));
        }
        for (ChildProcess<Void> child : short5) {
            child.join();
            assertThat(child.exitCode()).hasValue(0);
        }

        List<ChildProcess<Void>> long5 = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long5.add(PauseLauncher.start(100_000));
        }
        long5.forEach(ChildProcess::terminate);
        for (ChildProcess<Void> child : long5) {
            child.join();
            assertThat(child.exitCode()).hasValue(SIGTERM_CODE);
        }
    }

    @Test
    @Conformance("_TestSubclassingProcess.test_stderr_flush")
    void uncaughtException_withErrRedirected_isAllInTheFile() throws Exception {
        Path errors = directory.resolve("errors");

        ChildProcess<Void> child = DivideByZeroLauncher.start(errors);
        child.join();

        assertThat(child.exitCode()).hasValue(1);
        assertThat(errors)
                .content()
                .contains("java.lang.ArithmeticException: / by zero")
                .containsPattern("EndingTasks\\.divideByZero\\(EndingTasks\\.java:\\d+\\)")
                .contains("DivideByZeroEntryPoint.main");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8})
    @Conformance("_TestSubclassingProcess.test_sys_exit")
    void exit_withACode_givesThatCode(int code) throws Exception {
        ChildProcess<Void> child = ExitLauncher.start(code);
        child.join();

        assertThat(child.exitCode()).hasValue(code);
    }

    /** Python's {@code sys.exit("reason")} is an exception here. */
    @Test
    @Conformance("_TestSubclassingProcess.test_sys_exit")
    void exception_withAReason_givesCode1AndTheReasonOnStderr() throws Exception {
        ChildProcess<Void> child = FailLauncher.call("the reason")
                .options(ProcessOptions.defaults().stderr(Output.capture()))
                .start();
        child.join();

        assertThat(child.exitCode()).hasValue(1);
        assertThat(child.capturedStderr())
                .hasValueSatisfying(text -> assertThat(text).contains("the reason"));
    }

    @Test
    @Conformance("_TestAtExit.test_atexit")
    void shutdownHook_inTheChild_runsBeforeJoinReturns() throws Exception {
        Path file = directory.resolve("hook");

        HookWritesLauncher.start(file).join();

        assertThat(file).hasContent("deadbeef");
    }

    @Test
    @Conformance("_TestProcess.test_wait_for_threads")
    void nonDaemonThread_isWaitedFor_andADaemonThreadIsNot() throws Exception {
        Path done = directory.resolve("done");

        ChildProcess<Void> child = LeaveThreadsLauncher.start(done);
        child.join();

        assertThat(done).exists();
        assertThat(child.exitCode()).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    @Conformance("_TestProcess.test_error_on_stdio_flush_2")
    void child_thatBreaksItsOwnStream_stillSucceeds(EndingTasks.Break how) throws Exception {
        Path done = directory.resolve("done");

        ChildProcess<Void> child = BreakStreamLauncher.start(how, done);
        child.get();
        child.join();

        assertThat(done).exists();
        assertThat(child.exitCode()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Conformance("_TestProcess.test_error_on_stdio_flush_1")
    void parent_whoseStreamIsClosedOrMissing_startsChildrenAllTheSame(boolean closed) throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            assertThat(succeedsWith(closed, true)).isTrue();
            System.setOut(out);
            assertThat(succeedsWith(closed, false)).isTrue();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @SuppressWarnings("NullAway") // System.setOut(null) is the point of it.
    private boolean succeedsWith(boolean closed, boolean stdout) throws Exception {
        PrintStream broken = null;
        if (closed) {
            broken = new PrintStream(OutputStream.nullOutputStream());
            broken.close();
        }
        if (stdout) {
            System.setOut(broken);
        } else {
            System.setErr(broken);
        }
        Path done = directory.resolve("done-" + stdout);
        ChildProcess<Void> child = TouchLauncher.call(done)
                .options(ProcessOptions.defaults().stdout(Output.forward("")).stderr(Output.forward("")))
                .start();
        child.join();
        return Files.exists(done) && child.exitCode().getAsInt() == 0;
    }

    @Test
    @Conformance("_TestProcess.test_child_fd_inflation")
    void children_startedAtOnce_haveEqualNumbersOfDescriptors() throws Exception {
        int all = 5;
        List<ChildProcess<Integer>> children = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            children.add(CountDescriptorsLauncher.start(directory, i, all));
        }

        HashSet<@Nullable Integer> counts = new HashSet<>();
        for (ChildProcess<Integer> child : children) {
            counts.add(child.get());
        }

        assertThat(counts).hasSize(1);
        for (ChildProcess<Integer> child : children) {
            child.join();
        }
    }

    @Test
    @Conformance("TestCloseFds.test_closefd")
    void child_ofAParentThatListens_doesNotHoldThePort() throws Exception {
        ServerSocket socket = new ServerSocket(0);
        InetSocketAddress address = new InetSocketAddress(socket.getLocalPort());
        Path done = directory.resolve("done");
        ChildProcess<Void> child = UntilFileLauncher.start(done);

        socket.close();
        try (ServerSocket again = new ServerSocket()) {
            again.setReuseAddress(false);
            // Any process that is being started has it for a moment, between fork and exec.
            Await.until("the port is free", () -> binds(again, address));
            assertThat(child.isAlive()).isTrue();
        }

        Files.createFile(done);
        child.join();
    }

    private static boolean binds(ServerSocket socket, InetSocketAddress address) throws IOException {
        try {
            socket.bind(address);
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    @Test
    @Conformance("_TestProcess.test_cpu_count")
    void cpuCount_isPositive() {
        assertThat(Processes.cpuCount()).isPositive();
    }
}
