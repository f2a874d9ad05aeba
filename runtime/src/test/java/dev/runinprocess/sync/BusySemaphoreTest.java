package dev.runinprocess.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.internal.shm.Guard;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A semaphore while somebody is stopped in the very middle of a change: here a thread that keeps the guard. */
final class BusySemaphoreTest {
    private static final Duration BRIEFLY = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ProcessSemaphore semaphore = ProcessSemaphore.create(3);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void stopSomebody() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        threads.execute(() -> {
            Guard guard = new Guard(semaphore.permits().place(), Permits.GUARD);
            guard.take();
            stopped.countDown();
            awaitGoOn();
            guard.leave();
            // As every change does when it is over.
            semaphore.release(0);
        });
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitGoOn() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        goOn.countDown();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void trying_endsInTime() throws Exception {
        assertThat(semaphore.tryAcquire()).isFalse();
        assertThat(semaphore.tryAcquire(BRIEFLY)).isFalse();
        assertThat(semaphore.tryAcquire(2, BRIEFLY)).isFalse();
        assertThat(semaphore.availablePermits()).isEqualTo(3);
    }

    @Test
    void waiting_canBeInterrupted() throws Exception {
        Thread[] waiter = new Thread[1];
        Future<Boolean> interrupted = threads.submit(() -> {
            waiter[0] = Thread.currentThread();
            try {
                semaphore.acquire();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
        await().until(() -> waiter[0] != null && waiter[0].getState() == Thread.State.TIMED_WAITING);
        waiter[0].interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void waiting_endsWhenTheStoppedGoesOn() throws Exception {
        Future<Boolean> one = threads.submit(() -> semaphore.tryAcquire(Duration.ofMinutes(1)));
        Future<Boolean> two = threads.submit(() -> semaphore.tryAcquire(2, Duration.ofMinutes(1)));
        goOn.countDown();
        assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(two.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
