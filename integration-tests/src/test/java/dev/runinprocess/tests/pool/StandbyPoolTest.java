package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Spares;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers in JVMs that were started ahead. */
@ExtendWith(LeavesNothing.class)
final class StandbyPoolTest {
    private final Spares spares = new Spares();

    private ProcessPool pool() {
        return ProcessPool.builder().workers(1).options(spares.options()).start();
    }

    @Test
    void worker_isAJvmThatWaited() throws Exception {
        try (ProcessPool pool = pool()) {
            assertThat(pool.call(SquareLauncher.call(2))).isEqualTo(4);
        }
        Set<Long> waiting = spares.await(2);
        try (ProcessPool pool = pool()) {
            assertThat(waiting).contains(pool.call(WorkerPidLauncher.call()));
        }
    }
}
