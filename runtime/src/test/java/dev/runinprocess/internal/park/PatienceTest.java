package dev.runinprocess.internal.park;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PatienceTest {
    private static final int MANY = 31;

    private final Patience patience = new Patience();
    private int looks;

    private boolean waitFor(int successfulLook) {
        looks = 0;
        return patience.sees(new Attempt() {
            @Override
            public boolean succeeds() {
                looks++;
                return looks == successfulLook;
            }

            @Override
            public boolean isPromising() {
                return true;
            }
        });
    }

    @Test
    void success_isSeenAtOnce() {
        assertThat(waitFor(1)).isTrue();
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void looksThatNeverSucceed_getFewer_butNeverNone() {
        assertThat(patience.looks()).isEqualTo(50);

        for (int i = 0; i < MANY - 1; i++) {
            assertThat(waitFor(Integer.MAX_VALUE)).isFalse();
        }

        assertThat(patience.looks()).isZero();
        assertThat(looks).isPositive();
    }

    @Test
    void looksAreAllTriedAgain_nowAndThen_andStayIfTheyHelp() {
        for (int i = 0; i < MANY; i++) {
            assertThat(waitFor(Integer.MAX_VALUE)).isFalse();
        }

        // The one that tries all, and sees in time what it would not have seen in a few looks.
        assertThat(waitFor(40)).isTrue();
        assertThat(waitFor(40)).isTrue();
        assertThat(looks).isEqualTo(40);
    }
}
