package dev.runinprocess.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The accounts of processes that are dead. */
final class PermitsTest {
    /** Of a slot that nobody has in this session, and a generation that it has not reached. */
    private static final long DEAD = (200L << 52) | (77L << 32) | 1;

    private static final int EPOCH = 32;
    private static final int FLAGS = 88;

    @ParameterizedTest
    @CsvSource({
        // created with, there, of the dead, there afterwards
        "5, 2, 3, 5",
        "5, 1, 3, 4",
        "5, 4, 3, 5",
        "5, 7, 3, 7",
        "5, 2, -3, 2",
        "0, 0, 3, 0",
        "-2, -4, 1, -3"
    })
    void permitsOfTheDead_comeBack_untilThereAreAsManyAsAtTheCreation(int created, int there, int owed, int after) {
        Permits permits = Permits.create(created, Integer.MAX_VALUE);
        Cells cells = with(permits, there, owed);

        assertThat(permits.available()).isEqualTo(after);
        assertThat(cells.owner(0)).isZero();
        assertThat(cells.value(0)).isZero();
        assertThat(permits.available()).isEqualTo(after);
    }

    @Test
    void permitsOfTheDead_stayAway_ifTheyShall() {
        Permits permits = Permits.create(5, 5);
        permits.keepThoseOfDead();
        Cells cells = with(permits, 2, 3);

        assertThat(permits.available()).isEqualTo(2);
        assertThat(cells.owner(0)).isZero();
    }

    @Test
    void whoTakes_returnsWhatIsDueFirst() {
        Permits permits = Permits.create(3, 3);
        Cells cells = with(permits, 0, 3);

        assertThat(permits.tryTake(3)).isTrue();
        assertThat(cells.value(0) + cells.value(1)).as("this process's account").isEqualTo(3);
    }

    /** As a death leaves it: the first cell a dead process's, and the epoch another. */
    private static Cells with(Permits permits, long there, long owed) {
        int cellsAt = FLAGS + 2 * WaitPoint.bytes(permits.place().commons());
        Cells cells = new Cells(permits.place(), cellsAt, 4);
        assertThat(cells.claim(DEAD)).isZero();
        cells.value(0, owed);
        int at = permits.place().at();
        permits.place().words().ordered(at, there);
        permits.place().words().ordered(at + EPOCH, -1);
        return cells;
    }
}
