package dev.runinprocess.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The event among the threads of one process. */
final class ProcessEventTest {
    private static final Duration SHORT = Duration.ofMillis(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void event_isSetAndCleared() throws Exception {
        ProcessEvent event = ProcessEvent.create();

        assertThat(event.isSet()).isFalse();
        assertThat(event.await(Duration.ZERO)).isFalse();
        assertThat(event.await(SHORT)).isFalse();
        event.set();
        event.set();
        assertThat(event.isSet()).isTrue();
        event.await();
        assertThat(event.await(-1, TimeUnit.SECONDS)).isTrue();
        event.clear();
        event.clear();
        assertThat(event.isSet()).isFalse();
        assertThat(event.await(1, TimeUnit.MILLISECONDS)).isFalse();
        event.set();
        assertThat(event.isSet()).isTrue();
    }

    @Test
    void everyWaiter_goesOn_thoughTheEventIsClearedAtOnce() throws Exception {
        ProcessEvent event = ProcessEvent.create();
        List<Future<Boolean>> all = new ArrayList<>();
        List<Thread> waiters = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(threads.submit(() -> {
                synchronized (waiters) {
                    waiters.add(Thread.currentThread());
                }
                return event.await(Duration.ofSeconds(30));
            }));
        }
        await().until(() -> {
            synchronized (waiters) {
                return waiters.size() == 20
                        && waiters.stream().allMatch(each -> each.getState() == Thread.State.TIMED_WAITING);
            }
        });
        event.set();
        event.clear();
        for (Future<Boolean> each : all) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(event.await(SHORT)).isFalse();
    }

    @Test
    void turns_areNeverLost() throws Exception {
        ProcessEvent ping = ProcessEvent.create();
        ProcessEvent pong = ProcessEvent.create();
        int rounds = 20_000;
        Future<?> other = threads.submit(() -> {
            for (int i = 0; i < rounds; i++) {
                ping.await();
                ping.clear();
                pong.set();
            }
            return null;
        });
        for (int i = 0; i < rounds; i++) {
            ping.set();
            assertThat(pong.await(Duration.ofSeconds(30))).isTrue();
            pong.clear();
        }
        other.get(10, TimeUnit.SECONDS);
    }

    @Test
    void interrupt_endsTheWaiting() {
        ProcessEvent event = ProcessEvent.create();
        Thread.currentThread().interrupt();
        assertThatThrownBy(event::await).isInstanceOf(InterruptedException.class);
        event.set();
        Thread.currentThread().interrupt();
        assertThatThrownBy(event::await).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void handle_travelsAndTellsItsState() {
        ProcessEvent event = ProcessEvent.create();
        ValueWriter out = new ValueWriter();
        out.write(ProcessEvent.codec(), event);
        ProcessEvent copy = new ValueReader(out.toPayload()).read(ProcessEvent.codec());

        assertThat(copy).isEqualTo(event).hasSameHashCodeAs(event).isNotEqualTo(ProcessEvent.create());
        assertThat(copy).hasToString("ProcessEvent[unset]");
        event.set();
        assertThat(copy).hasToString("ProcessEvent[set]");
        copy.clear();
        assertThat(event).hasToString("ProcessEvent[unset]");
    }
}
