package dev.runinprocess.internal.park;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.internal.shm.Commons;
import org.junit.jupiter.api.Test;

final class BellsTest {
    private final Commons commons = Commons.current();

    BellsTest() {
        // Makes fifos, those of other slots among them.
        Parking.of(commons).prepare();
    }

    @Test
    void bellOfALivingProcess_rings() {
        assertThat(new Bells(commons).write(commons.slot(), Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void bellOfAProcessThatDiedMeanwhile_isNoBell() {
        int free = commons.slot() + 1;
        assertThat(commons.slots().isTaken(free)).isFalse();

        Bells bells = new Bells(commons);
        assertThat(bells.write(free, Integer.MAX_VALUE)).isFalse();
        assertThat(bells.ring(free)).isFalse();
    }
}
