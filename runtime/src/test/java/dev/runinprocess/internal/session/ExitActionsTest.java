package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExitActionsTest {
    @Test
    void runWaiting_ranges_runsByFallingPriorityAndLatestFirst() {
        List<String> ran = new ArrayList<>();
        ExitActions.add(0, () -> ran.add("first"));
        ExitActions.add(0, () -> ran.add("second"));
        ExitActions.add(7, () -> ran.add("urgent"));
        ExitActions.add(-1, () -> ran.add("late"));

        ExitActions.runWaiting(0);
        assertThat(ran).containsExactly("urgent", "second", "first");

        ExitActions.runWaiting(Integer.MIN_VALUE);
        assertThat(ran).containsExactly("urgent", "second", "first", "late");
    }
}
