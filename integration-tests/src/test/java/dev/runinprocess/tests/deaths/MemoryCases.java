package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.ARENA_READY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Deaths at each step of getting memory. */
final class MemoryCases {
    private static final int MANY = 50;

    private MemoryCases() {}

    static Stream<Case> all() {
        return Stream.of(1, MANY)
                .map(arrival -> new Case(ARENA_READY, arrival, "creating locks", MemoryCases::creator));
    }

    private static void creator(Case self, Path directory) throws Exception {
        Victim victim = self.victim(CreateLauncher.call(MANY), directory);
        victim.awaitFailpoint();
        ChildProcess<Boolean> survivor =
                CreateLauncher.call(MANY).options(Survivors.TOLD).start();
        assertThat(MemoryTasks.create(MANY)).isTrue();
        victim.kill();
        assertThat(MemoryTasks.create(MANY)).isTrue();
        assertThat(survivor.get(Survivors.SOON)).isTrue();
    }
}
