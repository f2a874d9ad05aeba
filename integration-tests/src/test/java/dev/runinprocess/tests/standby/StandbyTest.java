package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Spares;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that gets a JVM which was started ahead, and what that JVM may have become meanwhile. */
@ExtendWith(LeavesNothing.class)
final class StandbyTest {
    private static final int SPARES = 2;

    private final Spares spares = new Spares();
    private final ProcessOptions standby = spares.options();

    @TempDir
    private Path directory;

    /** The first launch of a kind spawns, and has spares started. */
    @BeforeEach
    void thereAreSpares() throws Exception {
        assertThat(increment(standby, 0).get()).isEqualTo(1);
        spares.await(SPARES);
    }

    private static ChildProcess<Integer> increment(ProcessOptions options, int number) {
        return IncrementLauncher.call(number).options(options).start();
    }

    @Test
    void launch_takesAJvmThatWaits_andAnotherIsStarted() throws Exception {
        Set<Long> before = spares.pids();

        ChildProcess<Integer> child = increment(standby, 41);

        assertThat(child.get()).isEqualTo(42);
        child.join();
        assertThat(before).contains(child.pid());
        assertThat(child.exitCode()).hasValue(0);
        assertThat(spares.await(SPARES)).doesNotContain(child.pid());
    }

    @Test
    void jvmThatWaits_isNoChild() {
        assertThat(Processes.activeChildren()).isEmpty();
    }

    @Test
    void launches_ofMoreThanThereAreSpares_waitForNone() throws Exception {
        List<ChildProcess<Integer>> children = new ArrayList<>();
        for (int i = 0; i < 3 * SPARES; i++) {
            children.add(increment(standby, i));
        }
        for (int i = 0; i < children.size(); i++) {
            assertThat(children.get(i).get()).isEqualTo(i + 1);
        }
        assertThat(children.stream().map(ChildProcess::pid)).doesNotHaveDuplicates();
    }

    @Test
    void arguments_ofManyMegabytes_getThere() throws Exception {
        assertThat(LengthLauncher.call(new byte[20_000_000])
                        .options(standby)
                        .start()
                        .get())
                .isEqualTo(20_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "STOP"})
    @Conformance("_TestProcess.test_forkserver_sigkill")
    void sparesThatWereSentASignal_areReplaced_andTheTaskIsDone(String signal) throws Exception {
        Set<Long> before = spares.pids();
        before.forEach(pid -> Signals.send(signal, pid));

        ChildProcess<Integer> child = increment(standby, 41);

        assertThat(child.get()).isEqualTo(42);
        child.join();
        assertThat(child.exitCode()).hasValue(0);
        assertThat(before).doesNotContain(child.pid());
        before.forEach(Await::end);
        spares.await(SPARES);
    }

    /** A signal that lets a JVM clear up takes a moment, so this waits for the end. */
    @Test
    void sparesThatWereToldToEnd_endAtOnce() throws Exception {
        Set<Long> before = spares.pids();
        before.forEach(pid -> Signals.send("TERM", pid));
        before.forEach(Await::end);

        assertThat(increment(standby, 41).get()).isEqualTo(42);
        assertThat(spares.await(SPARES)).doesNotContainAnyElementsOf(before);
    }

    @Test
    @Conformance("_TestProcess.test_forkserver_sigint")
    void sparesThatWereInterruptedByTheTerminal_takeTasks() throws Exception {
        Path marker = directory.resolve("here");
        ChildProcess<Void> first =
                StayHereLauncher.call(marker).options(standby).start();
        Await.file(marker);
        spares.await(SPARES).forEach(pid -> Signals.send("INT", pid));

        ChildProcess<Integer> second = increment(standby, 1);
        assertThat(second.get()).isEqualTo(2);
        second.join();

        assertThat(second.exitCode()).hasValue(0);
        assertThat(first.isAlive()).isTrue();
        first.kill();
        first.join();
    }

    @Test
    void childThatIsKilled_isADeathLikeAnyOther() throws Exception {
        Path marker = directory.resolve("here");
        ChildProcess<Void> child =
                StayHereLauncher.call(marker).options(standby).start();
        Await.file(marker);

        child.kill();

        assertThatThrownBy(child::get)
                .isInstanceOf(ChildDiedException.class)
                .hasMessageContaining("before it returned a result");
        child.join();
        assertThat(child.exitCode()).hasValue(137);
    }

    @Test
    void nameDaemonAndTimeout_areTheTasksOwn() throws Exception {
        ProcessOptions options = standby.name("carrier").daemon(true);

        assertThat(FindLauncher.call("name").options(options).start().get()).isEqualTo("carrier");
        assertThat(FindLauncher.call("daemon").options(options).start().get()).isEqualTo("true");
        ChildProcess<Void> late = StayHereLauncher.call(directory.resolve("here"))
                .options(standby.timeout(Duration.ofMillis(50)))
                .start();
        assertThatThrownBy(late::get).isInstanceOf(ChildDiedException.class);
        late.join();
    }

    @Test
    void whatAJvmCannotChange_isFoundAsItWasAskedFor() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(find("variable", standby.environment("STANDBY_TEST", "a")))
                    .isEqualTo("a");
            assertThat(find("variable", standby)).isEqualTo("null");
            assertThat(find("property", standby.systemProperty("standby.test", "b")))
                    .isEqualTo("b");
            assertThat(find("property", standby)).isEqualTo("null");
            assertThat(find("directory", standby.workingDirectory(directory))).isEqualTo(directory.toString());
            assertThat(find("heap", standby.maxHeap("64m"))).isNotEqualTo(find("heap", standby));
            // The second round takes those.
            Await.until("spares of other kinds are ready", () -> spares.pids().size() >= 2 * SPARES);
        }
    }

    private static String find(String what, ProcessOptions options) throws Exception {
        return FindLauncher.call(what).options(options).start().get();
    }

    @Test
    void output_goesWhereTheLaunchSays() throws Exception {
        ProcessOptions captured = standby.stdout(Output.capture()).stderr(Output.capture());
        for (int i = 0; i < 2; i++) {
            ChildProcess<Void> child =
                    WriteLauncher.call("out " + i, "err " + i).options(captured).start();
            child.join();
            assertThat(child.capturedStdout()).hasValue("out " + i + "\n");
            assertThat(child.capturedStderr().orElseThrow()).endsWith("err " + i + "\n");
            // Of that kind, too.
            spares.await(2 * SPARES);
        }
        ChildProcess<Void> toFile = WriteLauncher.call("out", "err")
                .options(standby.stdout(Output.toFile(directory.resolve("out"))).stderr(Output.discard()))
                .start();
        toFile.join();
        assertThat(directory.resolve("out")).hasContent("out");
    }

    @Test
    void jvmThatWaits_hasLoadedWhatWasLastAskedFor() throws Exception {
        // Without decorations: no more than 64 KiB are kept of what a JVM says before it has a task.
        ProcessOptions loud = standby.jvmArgs("-Xlog:class+load:stdout:none").stdout(Output.capture());
        increment(loud, 1).join();
        spares.await(2 * SPARES);
        for (int i = 0; i < 2 * SPARES; i++) {
            // The oldest takes it, and another is started.
            LengthLauncher.call(new byte[1]).options(loud).start().join();
            spares.await(2 * SPARES);
        }

        ChildProcess<Integer> child = increment(loud, 1);

        child.join();
        assertThat(child.capturedStdout().orElseThrow()).contains("LengthEntryPoint");
    }

    /** It would cost a JVM that is started for its task more than it saves. */
    @Test
    void accessToTheJdk_endsWithTheJvmThatWaited() throws Exception {
        assertThat(find("access", standby)).isEqualTo("true");
        assertThat(FindBelowLauncher.call("access").options(standby).start().get())
                .isEqualTo("false");
    }

    @Test
    void interrupt_comesThrough() throws Exception {
        Path marker = directory.resolve("here");
        ChildProcess<Void> child =
                StayHereLauncher.call(marker).options(standby).start();
        Await.file(marker);

        child.interrupt();

        assertThatThrownBy(child::get).hasCauseInstanceOf(InterruptedException.class);
        child.join();
    }

    @Test
    void twoCalls_ofOneKind_areTwoTasks() throws Exception {
        Call<Void> call = RunOnceLauncher.call(directory.resolve("trace")).options(standby);
        call.start().get();

        assertThatThrownBy(() -> call.start().get()).hasMessageContaining("trace");
    }
}
