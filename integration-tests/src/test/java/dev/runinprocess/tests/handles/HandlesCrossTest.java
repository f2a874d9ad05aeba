package dev.runinprocess.tests.handles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.JoinableProcessQueue;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.channel.Pipe;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.memory.SharedBoolean;
import dev.runinprocess.memory.SharedBooleanArray;
import dev.runinprocess.memory.SharedByteArray;
import dev.runinprocess.memory.SharedCharArray;
import dev.runinprocess.memory.SharedDouble;
import dev.runinprocess.memory.SharedDoubleArray;
import dev.runinprocess.memory.SharedFloatArray;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.memory.SharedList;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.memory.SharedLongArray;
import dev.runinprocess.memory.SharedMemory;
import dev.runinprocess.memory.SharedShortArray;
import dev.runinprocess.sync.BoundedProcessSemaphore;
import dev.runinprocess.sync.ProcessBarrier;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.sync.ProcessSemaphore;
import dev.runinprocess.sync.RobustLock;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All handles, as components of a record and elements of a list, go to a child and its child, are used there, and come back. */
@ExtendWith(LeavesNothing.class)
class HandlesCrossTest {
    record Locks(
            ProcessLock lock,
            ProcessReentrantLock reentrantLock,
            RobustLock either,
            ProcessCondition condition,
            ProcessSemaphore semaphore,
            BoundedProcessSemaphore boundedSemaphore,
            ProcessEvent event,
            ProcessBarrier barrierOfOne,
            List<ProcessLock> more) {}

    record Channels(
            ProcessQueue<Integer> numbers,
            ProcessQueue<Object> any,
            JoinableProcessQueue<Integer> joinable,
            List<ProcessQueue<List<String>>> more,
            List<JoinableProcessQueue<String>> moreJoinable) {}

    record Ends(Connection<Integer> numbers, Connection<Object> any, List<Connection<List<String>>> more) {}

    record Values(
            SharedInt anInt, SharedLong aLong, SharedDouble aDouble, SharedBoolean aBoolean, List<SharedInt> more) {}

    record Memory(
            SharedMemory memory,
            SharedByteArray bytes,
            SharedShortArray shorts,
            SharedCharArray chars,
            SharedIntArray ints,
            SharedLongArray longs,
            SharedFloatArray floats,
            SharedDoubleArray doubles,
            SharedBooleanArray booleans,
            SharedList list,
            List<SharedMemory> more) {}

    @RunInProcess
    static Locks useLocks(Locks locks, int generations) throws Exception {
        use(locks.lock());
        use(locks.reentrantLock());
        use(locks.either());
        use(locks.more().get(0));
        locks.condition().lock().lock();
        try {
            locks.condition().signalAll();
        } finally {
            locks.condition().lock().unlock();
        }
        locks.semaphore().release();
        locks.boundedSemaphore().release();
        locks.event().set();
        locks.barrierOfOne().await();
        return generations == 1 ? locks : UseLocksLauncher.invoke(locks, generations - 1);
    }

    private static void use(RobustLock lock) {
        lock.lock();
        try {
            assertThat(lock.isHeldByCurrentThread()).isTrue();
        } finally {
            lock.unlock();
        }
    }

    @RunInProcess
    static Channels useChannels(Channels channels, int generations) throws Exception {
        channels.numbers().put(generations);
        channels.any().put("generation " + generations);
        channels.more().get(0).put(List.of("a", "b"));
        channels.joinable().put(channels.joinable().take() + 1);
        channels.joinable().taskDone();
        channels.moreJoinable().get(0).put("c");
        return generations == 1 ? channels : UseChannelsLauncher.invoke(channels, generations - 1);
    }

    @RunInProcess
    static Ends useEnds(Ends ends, int generations) throws Exception {
        ends.numbers().send(generations);
        ends.any().send("generation " + generations);
        ends.more().get(0).send(List.of("a", "b"));
        return generations == 1 ? ends : UseEndsLauncher.invoke(ends, generations - 1);
    }

    @RunInProcess
    static Values useValues(Values values, int generations) throws Exception {
        values.anInt().incrementAndGet();
        values.aLong().incrementAndGet();
        values.aDouble().addAndGet(1);
        values.aBoolean().set(true);
        values.more().get(0).incrementAndGet();
        return generations == 1 ? values : UseValuesLauncher.invoke(values, generations - 1);
    }

    @RunInProcess
    static Memory useMemory(Memory memory, int generations) throws Exception {
        int index = generations - 1;
        memory.memory().putInt(offsetOf(index), generations);
        memory.bytes().set(index, (byte) generations);
        memory.shorts().set(index, (short) generations);
        memory.chars().set(index, (char) generations);
        memory.ints().set(index, generations);
        memory.longs().set(index, generations);
        memory.floats().set(index, generations);
        memory.doubles().set(index, generations);
        memory.booleans().set(index, true);
        memory.list().set(index, generations);
        memory.more().get(0).putInt(offsetOf(index), generations);
        return generations == 1 ? memory : UseMemoryLauncher.invoke(memory, generations - 1);
    }

    @Test
    void locks_areTheSameInAllProcesses() throws Exception {
        ProcessReentrantLock either = ProcessReentrantLock.create();
        Locks locks = new Locks(
                ProcessLock.create(),
                ProcessReentrantLock.create(),
                either,
                either.newCondition(),
                ProcessSemaphore.create(0),
                BoundedProcessSemaphore.create(2),
                ProcessEvent.create(),
                ProcessBarrier.create(1),
                List.of(ProcessLock.create()));
        locks.boundedSemaphore().acquire(2);

        Locks back = UseLocksLauncher.invoke(locks, 2);

        assertThat(back).isEqualTo(locks);
        assertThat(locks.semaphore().availablePermits()).isEqualTo(2);
        assertThat(locks.boundedSemaphore().availablePermits()).isEqualTo(2);
        assertThat(locks.event().isSet()).isTrue();
    }

    @Test
    void channels_areTheSameInAllProcesses() throws Exception {
        Channels channels = new Channels(
                ProcessQueue.of(Integer.class),
                ProcessQueue.ofAny(),
                JoinableProcessQueue.of(Integer.class),
                List.of(ProcessQueue.of(Codecs.listOf(Codecs.string()))),
                List.of(JoinableProcessQueue.of(String.class)));
        channels.joinable().put(0);

        Channels back = UseChannelsLauncher.invoke(channels, 2);

        assertThat(back).isEqualTo(channels);
        assertThat(back.numbers()).containsExactly(2, 1);
        assertThat(channels.any()).containsExactly("generation 2", "generation 1");
        assertThat(channels.more().get(0)).containsExactly(List.of("a", "b"), List.of("a", "b"));
        assertThat(back.joinable()).containsExactly(2);
        assertThat(channels.moreJoinable().get(0)).containsExactly("c", "c");
    }

    @Test
    void ends_areTheSameInAllProcesses() throws Exception {
        try (OneWayPipe<Integer> numbers = OneWayPipe.of(Integer.class);
                Pipe<Object> any = Pipe.ofAny();
                Pipe<List<String>> more = Pipe.of(Codecs.listOf(Codecs.string()))) {
            Ends back = UseEndsLauncher.invoke(new Ends(numbers.sink(), any.first(), List.of(more.first())), 2);

            numbers.sink().close();
            back.numbers().send(0);
            back.numbers().close();
            back.any().close();
            back.more().get(0).close();
            assertThat(List.of(
                            numbers.source().receive(),
                            numbers.source().receive(),
                            numbers.source().receive()))
                    .containsExactly(2, 1, 0);
            assertThat(numbers.source().poll(Duration.ofSeconds(10)))
                    .as("told of the end")
                    .isTrue();
            assertThatThrownBy(() -> numbers.source().receive()).isInstanceOf(ChannelClosedException.class);
            assertThat(any.second().receive()).isEqualTo("generation 2");
            assertThat(more.second().receive()).containsExactly("a", "b");
        }
    }

    @Test
    void values_areTheSameInAllProcesses() throws Exception {
        Values values = new Values(
                SharedInt.create(0),
                SharedLong.create(0),
                SharedDouble.create(0),
                SharedBoolean.create(false),
                List.of(SharedInt.create(0)));

        Values back = UseValuesLauncher.invoke(values, 2);

        for (Values each : List.of(values, back)) {
            assertThat(each.anInt().get()).isEqualTo(2);
            assertThat(each.aLong().get()).isEqualTo(2);
            assertThat(each.aDouble().get()).isEqualTo(2);
            assertThat(each.aBoolean().get()).isTrue();
            assertThat(each.more().get(0).get()).isEqualTo(2);
        }
    }

    @Test
    void memory_isTheSameInAllProcesses() throws Exception {
        Memory memory = new Memory(
                SharedMemory.create(64),
                SharedByteArray.create(2),
                SharedShortArray.create(2),
                SharedCharArray.create(2),
                SharedIntArray.create(2),
                SharedLongArray.create(2),
                SharedFloatArray.create(2),
                SharedDoubleArray.create(2),
                SharedBooleanArray.create(2),
                SharedList.of(0, 0),
                List.of(SharedMemory.create(64)));
        try {
            Memory back = UseMemoryLauncher.invoke(memory, 2);

            for (int index = 0; index < 2; index++) {
                assertThat(numbersAt(index, memory)).containsOnly(index + 1.0);
                assertThat(numbersAt(index, back)).containsOnly(index + 1.0);
            }
        } finally {
            close(memory);
        }
    }

    private static List<Double> numbersAt(int index, Memory memory) {
        return List.of(
                (double) memory.memory().getInt(offsetOf(index)),
                (double) memory.bytes().get(index),
                (double) memory.shorts().get(index),
                (double) memory.chars().get(index),
                (double) memory.ints().get(index),
                (double) memory.longs().get(index),
                (double) memory.floats().get(index),
                memory.doubles().get(index),
                memory.booleans().get(index) ? index + 1.0 : 0.0,
                Double.valueOf(String.valueOf(memory.list().get(index))),
                (double) memory.more().get(0).getInt(offsetOf(index)));
    }

    private static long offsetOf(int index) {
        return (long) index * Integer.BYTES;
    }

    private static void close(Memory memory) {
        memory.memory().close();
        memory.bytes().close();
        memory.shorts().close();
        memory.chars().close();
        memory.ints().close();
        memory.longs().close();
        memory.floats().close();
        memory.doubles().close();
        memory.booleans().close();
        memory.list().close();
        memory.more().forEach(SharedMemory::close);
    }
}
