package dev.runinprocess.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events between real processes. */
@ExtendWith(LeavesNothing.class)
final class EventTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    @Conformance("_TestEvent.test_event")
    void event_thatAChildSets_endsTheWaiting() throws Exception {
        ProcessEvent event = ProcessEvent.create();

        assertThat(event.isSet()).isFalse();
        assertThat(event.await(Duration.ZERO)).isFalse();
        long begin = System.nanoTime();
        assertThat(event.await(SHORT)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT, LONG);
        event.set();
        assertThat(event.isSet()).isTrue();
        event.await();
        assertThat(event.await(SHORT)).isTrue();
        event.clear();

        ChildProcess<Void> child = SetLauncher.start(event);
        event.await();
        assertThat(event.isSet()).isTrue();
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    @Conformance("_TestEvent.test_repr")
    void text_tellsWhetherItIsSet() {
        ProcessEvent event = ProcessEvent.create();

        assertThat(event).hasToString("ProcessEvent[unset]");
        event.set();
        assertThat(event).hasToString("ProcessEvent[set]");
        event.clear();
        assertThat(event).hasToString("ProcessEvent[unset]");
    }

    @Test
    void turns_areNeverLost() throws Exception {
        int rounds = 20_000;
        ProcessEvent ping = ProcessEvent.create();
        ProcessEvent pong = ProcessEvent.create();
        ChildProcess<Void> child = FollowLauncher.start(ping, pong, rounds);
        for (int i = 0; i < rounds; i++) {
            ping.set();
            assertThat(pong.await(LONG)).isTrue();
            pong.clear();
        }
        assertThat(child.join(LONG)).isTrue();
    }
}
