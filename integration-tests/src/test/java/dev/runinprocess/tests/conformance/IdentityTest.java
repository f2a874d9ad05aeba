package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.CurrentProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.tests.conformance.IdentityTasks.Seen;
import dev.runinprocess.tests.conformance.IdentityTasks.Values;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who a process is, and who its parent is. */
@ExtendWith(LeavesNothing.class)
final class IdentityTest {
    @Test
    @Conformance("_TestProcess.test_current")
    void current_inTheFirstProcess_isNoDaemonWithAKey() {
        CurrentProcess self = Processes.current();

        assertThat(self.isAlive()).isTrue();
        assertThat(self.isDaemon()).isFalse();
        assertThat(self.authKey()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(Processes.parent()).isEmpty();
    }

    @Test
    @Conformance("_TestProcess.test_process")
    void process_withPositionalAndNamedValues_tellsWhatItWasGiven() throws Exception {
        ChildProcess<Seen> child = LookLauncher.with()
                .bye(2.54)
                .first(1)
                .hello(23)
                .second(2)
                .options(ProcessOptions.defaults().name("SomeProcess").daemon(true))
                .process();
        assertThat(child.isAlive()).isFalse();
        assertThat(child.isDaemon()).isTrue();
        assertThat(child.exitCode()).isEmpty();
        assertThat(Processes.activeChildren()).doesNotContain(child);

        child.start();
        assertThat(Processes.activeChildren()).contains(child);
        Seen seen = child.get();

        assertThat(seen.positional()).containsExactly(1, 2);
        assertThat(seen.hello()).isEqualTo(23);
        assertThat(seen.bye()).isEqualTo(2.54);
        assertThat(seen.name()).isEqualTo("SomeProcess");
        assertThat(seen.daemon()).isTrue();
        assertThat(seen.authKey()).isEqualTo(Processes.current().authKey());
        assertThat(seen.pid()).isEqualTo(child.pid());
        child.join();
        assertThat(child.exitCode()).hasValue(0);
        assertThat(child.isAlive()).isFalse();
        assertThat(Processes.activeChildren()).doesNotContain(child);
    }

    @Test
    @Conformance("_TestProcess.test_parent_process_attributes")
    @Conformance("_TestProcess.test_process_mainthread_native_id")
    void child_knowsItsParentAndRunsOnItsMainThread() throws Exception {
        ChildProcess<Seen> child = LookLauncher.start(1, 2, 3, 4);

        Seen seen = child.get();

        assertThat(seen.parentPid())
                .isEqualTo(Processes.current().pid())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(seen.parentName()).isEqualTo(Processes.current().name());
        assertThat(seen.threadName()).isEqualTo("main");
        assertThat(seen.operatingSystemPid())
                .isEqualTo(child.pid())
                .isNotEqualTo(ProcessHandle.current().pid());
        child.join();
    }

    @Test
    @Conformance("_TestProcess.test_args_argument")
    void arguments_positionalAndNamed_arriveEqual() throws Exception {
        Values positional = EchoLauncher.invoke(1, "str", List.of(1), new int[] {1});
        Values named = EchoLauncher.with()
                .array(new int[] {1})
                .text("str")
                .list(List.of(1))
                .number(1)
                .invoke();

        for (Values values : List.of(positional, named)) {
            assertThat(values.number()).isEqualTo(1);
            assertThat(values.text()).isEqualTo("str");
            assertThat(values.list()).containsExactly(1);
            assertThat(values.array()).containsExactly(1);
        }
        Await.until("both have ended", () -> Processes.activeChildren().isEmpty());
    }

    @Test
    @Conformance("_TestProcess.test_daemon_argument")
    void daemon_unsetAndSet_isInheritedOrAsSet() {
        assertThat(LookLauncher.process(1, 2, 3, 4).isDaemon()).isFalse();
        assertThat(LookLauncher.call(1, 2, 3, 4)
                        .options(ProcessOptions.defaults().daemon(true))
                        .process()
                        .isDaemon())
                .isTrue();
        assertThat(LookLauncher.call(1, 2, 3, 4)
                        .options(ProcessOptions.defaults().daemon(false))
                        .process()
                        .isDaemon())
                .isFalse();
    }

    @Test
    @Conformance("_TestProcess.test_parent_process")
    void parent_terminated_isSeenByItsChildThatLives(@TempDir Path directory) throws Exception {
        Path before = directory.resolve("before");
        ChildProcess<Void> child = StartWitnessLauncher.start(before);
        Await.file(before);

        child.terminate();
        child.join();

        Path after = directory.resolve("after");
        Await.file(after);
        assertThat(Files.readString(before)).isEqualTo("alive");
        assertThat(Files.readString(after)).isEqualTo("not alive");
    }
}
