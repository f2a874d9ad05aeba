package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** New, started, ended, closed: what may be asked when. */
@ExtendWith(LeavesNothing.class)
class LifeCycleTest {
    @Test
    void newProcess_isNeitherAliveNorEnded() {
        ChildProcess<String> process = EchoLauncher.process("x");

        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitCode()).isEmpty();
        assertThat(process.name()).startsWith("echo-");
        assertThat(process.isDaemon()).isFalse();
        assertThat(process).hasToString("ChildProcess[name=" + process.name() + ", new]");
    }

    @TestFactory
    Stream<DynamicTest> whatNeedsAStart_refusesANewProcess() {
        ChildProcess<String> process = EchoLauncher.process("x");
        return needAStart(process)
                .map(use -> DynamicTest.dynamicTest(
                        use.name(),
                        () -> assertThatThrownBy(use.call())
                                .isExactlyInstanceOf(IllegalStateException.class)
                                .hasMessage("Child process '" + process.name()
                                        + "' was not started. Call start() first.")));
    }

    @TestFactory
    Stream<DynamicTest> everythingButTheName_refusesAClosedProcess() throws Exception {
        ChildProcess<String> process = EchoLauncher.start("x");
        process.join();
        process.close();
        Stream<Use> uses = Stream.concat(
                needAStart(process),
                Stream.of(
                        new Use("start", process::start),
                        new Use("run", process::run),
                        new Use("isAlive", process::isAlive),
                        new Use("exitCode", process::exitCode)));
        return uses.map(use -> DynamicTest.dynamicTest(
                use.name(),
                () -> assertThatThrownBy(use.call())
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessage("The handle of child process '" + process.name() + "' is closed.")));
    }

    private record Use(String name, ThrowingCallable call) {}

    private static Stream<Use> needAStart(ChildProcess<?> process) {
        return Stream.of(
                new Use("join", process::join),
                new Use("join within", () -> process.join(Duration.ZERO)),
                new Use("get", process::get),
                new Use("get within", () -> process.get(Duration.ZERO)),
                new Use("result", process::result),
                new Use("pid", process::pid),
                new Use("onExit", process::onExit),
                new Use("interrupt", process::interrupt),
                new Use("terminate", process::terminate),
                new Use("kill", process::kill),
                new Use("capturedStdout", process::capturedStdout),
                new Use("capturedStderr", process::capturedStderr));
    }

    @Test
    void startedProcess_isAlive_andThenNot(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayLauncher.start(directory.resolve("here"));

        assertThat(child.isAlive()).isTrue();
        assertThat(child.exitCode()).isEmpty();
        assertThat(child).hasToString("ChildProcess[name=" + child.name() + ", pid=" + child.pid() + ", alive]");
        assertThat(Await.isRunning(child.pid())).isTrue();

        child.kill();
        child.join();

        assertThat(child.isAlive()).isFalse();
        assertThat(child.exitCode()).hasValue(137);
        assertThat(child).hasToString("ChildProcess[name=" + child.name() + ", pid=" + child.pid() + ", exitCode=137]");
    }

    @Test
    void start_twice_isRefused_andChangesNothing() throws Exception {
        ChildProcess<String> child = EchoLauncher.start("once");

        assertThatThrownBy(child::start)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Child process '" + child.name() + "' was started before. Make another one with process(…).");
        assertThat(child.get()).isEqualTo("once");
        child.join();
        assertThatThrownBy(child::start).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void close_ofALiveChild_isRefused(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayLauncher.start(directory.resolve("here"));

        assertThatThrownBy(child::close)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is alive: pid=" + child.pid())
                .hasMessageContaining("join it");
        assertThat(child.isAlive()).isTrue();

        child.kill();
        child.join();
        child.close();
        assertThatCode(child::close).doesNotThrowAnyException();
        assertThat(child).hasToString("ChildProcess[name=" + child.name() + ", closed]");
    }

    @Test
    void close_ofANewProcess_isAllowed() {
        ChildProcess<String> process = EchoLauncher.process("x");

        process.close();

        assertThatThrownBy(process::start).hasMessageContaining("is closed");
    }
}
