package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ParentStateTest {
    private final ParentState parent = new ParentState(1, "main");

    @Test
    void parent_isAliveUntilItIsMarkedGone() {
        assertThat(parent.isAlive()).isTrue();
        parent.markGone();
        assertThat(parent.isAlive()).isFalse();
    }

    @Test
    void awaitEnd_ofOneThatLives_returnsFalseWhenTimeIsUp() throws InterruptedException {
        assertThat(parent.awaitEnd(Duration.ofMillis(5))).isFalse();
    }

    @Test
    void awaitEnd_returnsWhenItIsMarkedGone() throws Exception {
        CompletableFuture<Boolean> waiter = CompletableFuture.supplyAsync(() -> {
            try {
                return parent.awaitEnd(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        parent.markGone();

        assertThat(waiter.get(30, TimeUnit.SECONDS)).isTrue();
    }
}
