package dev.runinprocess.tests.endings;

import static dev.runinprocess.tests.endings.Endings.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class NormalReturnTest {
    @RunInProcess
    static List<Integer> twice(List<Integer> numbers) {
        return numbers.stream().map(number -> 2 * number).toList();
    }

    @RunInProcess
    static void nothing() {}

    @RunInProcess
    static @Nullable String nullOf(@Nullable String text) {
        return text;
    }

    @RunInProcess
    static long pidOfChild() {
        return ProcessHandle.current().pid();
    }

    @Test
    void result_ofTaskThatReturns_arrives() throws Exception {
        ChildProcess<List<Integer>> child = TwiceLauncher.start(List.of(1, 2));

        assertThat(child.get(SOON)).containsExactly(2, 4);
        Endings.assertEnded(child, 0);
        assertThat(child.result()).succeedsWithin(SOON).isEqualTo(List.of(2, 4));
    }

    @Test
    void result_ofVoidTask_isNull() throws Exception {
        ChildProcess<Void> child = NothingLauncher.start();

        assertThat(child.get(SOON)).isNull();
        Endings.assertEnded(child, 0);
    }

    @Test
    void null_asArgumentAndResult_arrives() throws Exception {
        ChildProcess<String> child = NullOfLauncher.start(null);

        assertThat(child.get(SOON)).isNull();
        Endings.assertEnded(child, 0);
    }

    @Test
    void task_runsInTheProcessWithThatId() throws Exception {
        ChildProcess<Long> child = PidOfChildLauncher.start();

        assertThat(child.get(SOON)).isEqualTo(child.pid());
        Endings.assertEnded(child, 0);
    }
}
