package dev.runinprocess.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Cells;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the dead leave in a barrier's rounds. */
final class RoundsTest {
    /** Of a slot that nobody has in this session, and a generation that it has not reached. */
    private static final long DEAD = (200L << 52) | (77L << 32) | 1;

    private static final int EPOCH = 24;
    private static final int FLAGS = 32;

    private final Rounds rounds = Rounds.create(2, 0);
    private final Cells cells =
            new Cells(rounds.place(), (FLAGS + WaitPoint.bytes(rounds.place().commons()) + 63) / 64 * 64, 7);

    @Test
    void deadWaiter_breaksItsRound_forThoseWhoWaitAndThoseWhoCome() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<Integer> other = threads.submit(() -> rounds.await(null, Deadline.NEVER));
        await().until(() -> rounds.waiting() == 1);
        dies(0);

        assertThat(rounds.isBroken()).isTrue();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> other.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(BrokenBarrierException.class);
        assertThatThrownBy(() -> rounds.await(null, Deadline.NEVER))
                .isInstanceOf(BrokenBarrierException.class)
                .hasMessageContaining("died");
        threads.shutdown();
        await().until(threads::isTerminated);
        assertThat(cells.owner(0)).isZero();
        assertThat(cells.owner(1)).isZero();
    }

    @Test
    void deadWaiter_whoComesAfter_isFoundByTheNext() {
        dies(0);
        assertThatThrownBy(() -> rounds.await(null, Deadline.NEVER)).isInstanceOf(BrokenBarrierException.class);
    }

    @Test
    void deadOfAnotherRound_orOfNone_breaksNothing() {
        rounds.abort();
        rounds.reset();
        dies(0);
        assertThat(rounds.isBroken()).isFalse();
        int cell = cells.claim(DEAD);
        rounds.place().words().ordered(rounds.place().at() + EPOCH, -1);
        assertThat(rounds.waiting()).isZero();
        assertThat(rounds.isBroken()).isFalse();
        assertThat(cells.owner(cell)).isZero();
    }

    /** As a death leaves it: a cell of a dead process, which says that it is in the round, and the epoch another. */
    private void dies(long round) {
        cells.value(cells.claim(DEAD), 2 * (round + 1));
        rounds.place().words().ordered(rounds.place().at() + EPOCH, -1);
    }
}
