package dev.runinprocess.internal.park;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class YieldAccountTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /** Clocks may be anywhere, also about to go round. */
    private static final long NOW = Long.MAX_VALUE - MILLI;

    private final YieldAccount account = new YieldAccount();

    @Test
    void atFirst_othersMayHaveTheProcessor() {
        assertThat(account.isOpen(NOW)).isTrue();
    }

    @Test
    void whoTookItBriefly_mayHaveItAgain() {
        assertThat(account.isTooLong(MILLI / 10, NOW)).isFalse();

        assertThat(account.isOpen(NOW)).isTrue();
    }

    @Test
    void whoTookItForLong_getsItAgainOnlyAfterManyTimesThat() {
        assertThat(account.isTooLong(MILLI, NOW)).isTrue();

        assertThat(account.isOpen(NOW)).isFalse();
        assertThat(account.isOpen(NOW + 4 * MILLI)).isFalse();
        assertThat(account.isOpen(NOW + 4 * MILLI + 1)).isTrue();
    }

    @Test
    void whatWasSaved_paysForWhatIsLost() {
        for (int i = 0; i < 11; i++) {
            account.saved();
        }

        assertThat(account.isTooLong(MILLI, NOW)).isTrue();
        assertThat(account.isOpen(NOW)).isTrue();

        assertThat(account.isTooLong(MILLI, NOW)).isTrue();
        assertThat(account.isOpen(NOW)).isFalse();
        assertThat(account.isOpen(NOW + 4 * MILLI)).isTrue();
    }

    @Test
    void whatWasSaved_paysForSomeTimeOnly() {
        for (int i = 0; i < 100_000; i++) {
            account.saved();
        }

        assertThat(account.isTooLong(10 * MILLI, NOW)).isTrue();
        assertThat(account.isOpen(NOW)).isTrue();
        assertThat(account.isTooLong(MILLI, NOW)).isTrue();
        assertThat(account.isOpen(NOW)).isFalse();
    }
}
