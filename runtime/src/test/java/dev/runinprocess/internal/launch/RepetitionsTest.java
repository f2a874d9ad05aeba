package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RepetitionsTest {
    @Test
    void property_givenTwice_keepsItsLastValue() {
        assertThat(Repetitions.removed(List.of("-Da=1", "-Dab=1", "-Da=2"))).containsExactly("-Dab=1", "-Da=2");
    }

    @Test
    void switch_givenTwice_keepsItsLastPlace() {
        assertThat(Repetitions.removed(List.of("-ea:x", "-da:x", "-ea:x"))).containsExactly("-da:x", "-ea:x");
    }

    @Test
    void agent_givenTwice_keepsItsFirstPlace() {
        assertThat(Repetitions.removed(List.of("-javaagent:a", "-javaagent:b", "-javaagent:a", "-javaagent:b")))
                .containsExactly("-javaagent:a", "-javaagent:b");
    }
}
