package dev.runinprocess.tests.deaths;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process killed between any two of its writes to shared memory: the others go on, what the object promises holds, and the dead is named where it
 * left something half done.
 */
@ExtendWith(LeavesNothing.class)
final class FailpointTest {
    @AfterEach
    void killThoseAFailureLeft() {
        Processes.activeChildren().forEach(ChildProcess::kill);
    }

    static Stream<Case> cases() {
        return Stream.of(
                        BarrierCases.all(),
                        SemaphoreCases.all(),
                        ReapCases.all(),
                        EventCases.all(),
                        MemoryCases.all(),
                        LockCases.all(),
                        ConditionCases.all(),
                        QueueCases.all(),
                        RedeliveryCases.all(),
                        PipeCases.all())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void death_atAFailpoint_stopsNobodyElse(Case each, @TempDir Path directory) throws Exception {
        try (Warnings warnings = Warnings.hear()) {
            each.script().play(each, directory);
            assertThat(warnings.messages()).allMatch(warning -> warning.contains("pid="));
        }
    }

    @Test
    void everyFailpoint_hasACase() throws Exception {
        Set<String> names = new HashSet<>();
        for (Field field : Failpoint.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                names.add((String) field.get(null));
            }
        }
        assertThat(cases().map(Case::failpoint).collect(toSet())).isEqualTo(names);
    }
}
