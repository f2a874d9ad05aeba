package dev.runinprocess.memory;

import static dev.runinprocess.memory.Handles.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single values in shared memory. */
final class SharedValueTest {
    @Test
    void int_hasTheMethodsOfAtomicInteger() {
        SharedInt value = SharedInt.create(-5);
        assertThat(value.get()).isEqualTo(-5);
        value.set(1);
        value.setPlain(value.getPlain() + 1);
        value.setRelease(value.getAcquire() + 1);
        assertThat(value.getAndAdd(10)).isEqualTo(3);
        assertThat(value.addAndGet(-1)).isEqualTo(12);
        assertThat(value.getAndIncrement()).isEqualTo(12);
        assertThat(value.incrementAndGet()).isEqualTo(14);
        assertThat(value.getAndDecrement()).isEqualTo(14);
        assertThat(value.decrementAndGet()).isEqualTo(12);
        assertThat(value.getAndUpdate(x -> -x)).isEqualTo(12);
        assertThat(value.updateAndGet(x -> x * 2)).isEqualTo(-24);
        assertThat(value.compareAndSet(-24, Integer.MIN_VALUE)).isTrue();
        assertThat(value.compareAndSet(-24, 0)).isFalse();
        assertThat(value.getAndSet(Integer.MAX_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(value.incrementAndGet()).isEqualTo(Integer.MIN_VALUE);
        assertThat(value.compareAndSet(Integer.MIN_VALUE, 1)).isTrue();
        assertThat(value).hasToString("1");
    }

    @Test
    void long_hasTheMethodsOfAtomicLong() {
        SharedLong value = SharedLong.create(1L << 40);
        assertThat(value.getAndAdd(1)).isEqualTo(1L << 40);
        assertThat(value.addAndGet(1)).isEqualTo((1L << 40) + 2);
        assertThat(value.getAndSet(5)).isEqualTo((1L << 40) + 2);
        assertThat(value.incrementAndGet()).isEqualTo(6);
        assertThat(value.getAndDecrement()).isEqualTo(6);
        assertThat(value.updateAndGet(x -> x << 1)).isEqualTo(10);
        assertThat(value.compareAndSet(10, -1)).isTrue();
        assertThat(value).hasToString("-1");
    }

    @Test
    void double_keepsTheBits() {
        SharedDouble value = SharedDouble.create(0.5);
        assertThat(value.addAndGet(1)).isEqualTo(1.5);
        assertThat(value.getAndUpdate(Math::floor)).isEqualTo(1.5);
        assertThat(value.compareAndSet(1, Double.NaN)).isTrue();
        assertThat(value.compareAndSet(Double.NaN, -0.0)).isTrue();
        assertThat(value.compareAndSet(0.0, 1)).isFalse();
        assertThat(value.getAndSet(Double.MIN_VALUE)).isEqualTo(-0.0);
        assertThat(value.getPlain()).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void boolean_hasTheMethodsOfAtomicBoolean() {
        SharedBoolean value = SharedBoolean.create(true);
        assertThat(value.get()).isTrue();
        assertThat(value.compareAndSet(true, false)).isTrue();
        assertThat(value.compareAndSet(true, false)).isFalse();
        assertThat(value.getAndSet(true)).isFalse();
        value.setPlain(false);
        assertThat(value.getAcquire()).isFalse();
        assertThat(value).hasToString("false");
    }

    @Test
    void lock_isOnesOwn_orTheOneGiven() {
        SharedInt own = SharedInt.create(0);
        assertThat(own.lock())
                .isInstanceOf(ProcessLock.class)
                .isNotEqualTo(SharedInt.create(0).lock());
        ProcessReentrantLock given = ProcessReentrantLock.create();
        SharedDouble value = SharedDouble.create(0, given);
        assertThat(value.lock()).isSameAs(given);
        assertThat(sent(SharedDouble.codec(), value).lock()).isEqualTo(given);
        assertThat(sent(SharedInt.codec(), own).lock()).isEqualTo(own.lock());
    }

    @Test
    void handles_meanOneValue() {
        SharedLong value = SharedLong.create(1);
        sent(SharedLong.codec(), value).incrementAndGet();
        assertThat(value.get()).isEqualTo(2);
        SharedBoolean flag = SharedBoolean.create(false);
        sent(SharedBoolean.codec(), flag).set(true);
        assertThat(flag.get()).isTrue();
    }

    @Test
    void threads_underTheLock_loseNothing() throws InterruptedException {
        SharedInt value = SharedInt.create(0);
        SharedDouble sum = SharedDouble.create(0);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 5_000; k++) {
                    value.lock().lock();
                    try {
                        value.setPlain(value.getPlain() + 1);
                    } finally {
                        value.lock().unlock();
                    }
                    sum.getAndAdd(0.5);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(value.get()).isEqualTo(20_000);
        assertThat(sum.get()).isEqualTo(10_000);
    }
}
