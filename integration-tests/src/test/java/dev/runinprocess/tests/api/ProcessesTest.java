package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.SessionOptions;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeavesNothing.class)
class ProcessesTest {
    @RunInProcess(name = "middle")
    static List<String> family(int below) throws Exception {
        List<String> names = new ArrayList<>();
        names.add(Processes.parent().orElseThrow().name() + " > "
                + Processes.current().name() + " at "
                + Processes.current().depth());
        if (below > 0) {
            names.addAll(FamilyLauncher.invoke(below - 1));
        }
        return names;
    }

    @RunInProcess
    static boolean parentIsAlive() throws InterruptedException {
        return Processes.parent().orElseThrow().isAlive()
                && !Processes.parent().orElseThrow().join(Duration.ofMillis(1));
    }

    @RunInProcess
    static boolean hasKey(byte[] key) {
        return Arrays.equals(key, Processes.current().authKey());
    }

    @RunInProcess
    static String configureInTheChild() {
        try {
            Processes.configure(SessionOptions.defaults());
            return "configured";
        } catch (IllegalStateException e) {
            return e.toString();
        }
    }

    @Test
    void firstProcess_isMainWithoutAParent() {
        assertThat(Processes.current().name()).isEqualTo("main");
        assertThat(Processes.current().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(Processes.current().depth()).isZero();
        assertThat(Processes.current().isAlive()).isTrue();
        assertThat(Processes.parent()).isEmpty();
        assertThat(Processes.cpuCount()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void nestedProcesses_knowEachOther() throws Exception {
        assertThat(FamilyLauncher.invoke(2))
                .containsExactly("main > middle at 1", "middle > middle at 2", "middle > middle at 3");
        assertThat(ParentIsAliveLauncher.invoke()).isTrue();
    }

    @Test
    void activeChildren_areThoseThatLive(@TempDir Path directory) throws Exception {
        ChildProcess<String> one = StayLauncher.start(directory.resolve("one"));
        ChildProcess<String> two = StayLauncher.start(directory.resolve("two"));
        ChildProcess<String> unstarted = EchoLauncher.process("x");

        List<ChildProcess<?>> before = Processes.activeChildren();
        one.kill();
        one.join();
        List<ChildProcess<?>> after = Processes.activeChildren();
        two.kill();
        two.join();

        assertThat(before).contains(one, two).doesNotContain(unstarted);
        assertThat(after).contains(two).doesNotContain(one);
    }

    @Test
    void authKey_isSharedByTheTree_andACopyEachTime() throws Exception {
        byte[] key = Processes.current().authKey();

        assertThat(HasKeyLauncher.invoke(key)).isTrue();
        key[0]++;
        assertThat(Processes.current().authKey()).isNotEqualTo(key);
    }

    @Test
    void configure_afterTheFirstLaunchOrInAChild_isRefused() throws Exception {
        assertThat(ConfigureInTheChildLauncher.invoke()).contains("fixed by the first launch");
        assertThatThrownBy(() -> Processes.configure(SessionOptions.defaults()))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Configure it before");
    }

    @Test
    @SuppressWarnings("NullAway") // Bad use is the case.
    void sessionOptions_thatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> SessionOptions.defaults().maxDepth(0))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxDepth=0");
        assertThatThrownBy(() -> SessionOptions.defaults().temporaryDirectory(null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> SessionOptions.defaults().sharedDirectory(null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Processes.configure(null)).isInstanceOf(NullPointerException.class);
    }
}
