package dev.runinprocess.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.BoundedProcessSemaphore;
import dev.runinprocess.sync.ProcessSemaphore;
import dev.runinprocess.sync.RobustSemaphore;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Semaphores between real processes. */
@ExtendWith(LeavesNothing.class)
final class SemaphoreTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    @Conformance("_TestSemaphore.test_semaphore")
    void semaphore_countsAboveItsBeginning() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(2);

        countDownAndUp(semaphore);
        semaphore.release();
        assertThat(semaphore.availablePermits()).isEqualTo(3);
        semaphore.release();
        assertThat(semaphore.availablePermits()).isEqualTo(4);
    }

    @Test
    @Conformance("_TestSemaphore.test_bounded_semaphore")
    void boundedSemaphore_countsUpToItsBeginning() throws Exception {
        BoundedProcessSemaphore semaphore = BoundedProcessSemaphore.create(2);

        countDownAndUp(semaphore);
        assertThatIllegalStateException().isThrownBy(semaphore::release);
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }

    private static void countDownAndUp(RobustSemaphore semaphore) throws InterruptedException {
        assertThat(semaphore.availablePermits()).isEqualTo(2);
        semaphore.acquire();
        assertThat(semaphore.availablePermits()).isEqualTo(1);
        semaphore.acquire();
        assertThat(semaphore.availablePermits()).isZero();
        assertThat(semaphore.tryAcquire()).isFalse();
        semaphore.release();
        assertThat(semaphore.availablePermits()).isEqualTo(1);
        semaphore.release();
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }

    @Test
    @Conformance("_TestSemaphore.test_timeout")
    void timedAcquire_returnsFalseAtTheEndOfItsTime() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(0);

        assertThat(semaphore.tryAcquire()).isFalse();
        assertThat(semaphore.tryAcquire(Duration.ZERO)).isFalse();
        long begin = System.nanoTime();
        assertThat(semaphore.tryAcquire(SHORT)).isFalse();
        assertThat(semaphore.tryAcquire(SHORT.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT.multipliedBy(2), LONG);
    }

    @Test
    void turns_areNeverLost() throws Exception {
        int rounds = 20_000;
        ProcessSemaphore ping = ProcessSemaphore.create(0);
        ProcessSemaphore pong = ProcessSemaphore.create(0);
        ChildProcess<Void> child = AnswerLauncher.start(ping, pong, rounds);
        for (int i = 0; i < rounds; i++) {
            ping.release();
            assertThat(pong.tryAcquire(LONG)).isTrue();
        }
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    void permits_areNeitherLostNorMade() throws Exception {
        long seed = System.nanoTime();
        ProcessSemaphore semaphore = ProcessSemaphore.create(4);
        SharedInt taken = SharedInt.create(0);
        List<ChildProcess<Void>> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(TakeTurnsLauncher.start(semaphore, taken, 3_000, seed + i));
        }
        SemaphoreTasks.takeTurns(semaphore, taken, 3_000, seed - 1);
        for (ChildProcess<Void> child : children) {
            child.get(LONG);
        }
        assertThat(semaphore.availablePermits()).as("seed " + seed).isEqualTo(4);
    }

    @Test
    void permitsOfAKilledChild_comeBack() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(3);
        ChildProcess<Void> child = AcquireAndStayLauncher.start(semaphore, 2);
        Await.until("the child has its permits", () -> semaphore.availablePermits() == 1);

        child.kill();

        assertThat(semaphore.tryAcquire(3, LONG)).isTrue();
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    void permitsOfAKilledChild_stayAway_ifTheyShall() throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(3).keepPermitsOfDead();
        ChildProcess<Void> child = AcquireAndStayLauncher.start(semaphore, 2);
        Await.until("the child has its permits", () -> semaphore.availablePermits() == 1);

        child.kill();

        assertThat(child.join(LONG)).isTrue();
        assertThat(semaphore.tryAcquire(2, SHORT)).isFalse();
        assertThat(semaphore.availablePermits()).isEqualTo(1);
    }
}
