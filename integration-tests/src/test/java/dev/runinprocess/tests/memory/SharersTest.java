package dev.runinprocess.tests.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.memory.SharedByteArray;
import dev.runinprocess.memory.SharedDouble;
import dev.runinprocess.memory.SharedDoubleArray;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.memory.SharedList;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.memory.SharedMemory;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Memory and its kin between a process and its children. */
@ExtendWith(LeavesNothing.class)
class SharersTest {
    private static String text(SharedMemory memory, int length) {
        byte[] bytes = new byte[length];
        memory.get(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_across_processes")
    void child_writes_whatItsParentReads_byNameAndByHandle() throws Exception {
        try (SharedMemory memory = SharedMemory.create(512)) {
            WriteByNameLauncher.invoke(memory.name(), "howdy");
            assertThat(text(memory, 5)).isEqualTo("howdy");
            WriteByHandleLauncher.invoke(memory, "HELLO");
            assertThat(text(memory, 5)).isEqualTo("HELLO");
            WriteByGrandchildLauncher.invoke(List.of(memory), "again");
            assertThat(text(memory, 5)).isEqualTo("again");
            assertThat(memory.isClosed()).isFalse();
        }
    }

    @Test
    void child_thatMakesMemory_leavesItToWhomItReturnsIt() throws Exception {
        SharedMemory memory = MakeLauncher.invoke("from a child");
        assertThat(text(memory, 12)).isEqualTo("from a child");
        memory.close();
        try (SharedMemory again = SharedMemory.attach(memory.name())) {
            again.unlink();
        }
        assertThatThrownBy(() -> SharedMemory.attach(memory.name())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void list_isChangedByAChild_andComesBackAsAnotherHandle() throws Exception {
        try (SharedList list = SharedList.of("one", 2, null, 4.0);
                SharedList same = ReversedLauncher.invoke(list)) {
            assertThat(list).containsExactly(4.0, null, 2, "one");
            assertThat(same).isNotSameAs(list).isEqualTo(list);
        }
    }

    @Test
    void handle_closedBeforeItIsSent_failsTheLaunch() {
        SharedMemory memory = SharedMemory.create(10);
        memory.close();
        assertThatThrownBy(() -> CloseAndEndLauncher.start(memory))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void handle_toMemoryThatIsGoneAsItArrives_failsTheChild() throws Exception {
        SharedMemory memory = SharedMemory.create(10);
        // What is sent is settled now; a JVM takes its time to start and read it.
        ChildProcess<Void> child = CloseAndEndLauncher.start(memory);
        memory.close();
        assertThatThrownBy(child::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(NoSuchFileException.class)
                .hasStackTraceContaining("was gone before its handle arrived");
    }

    @Test
    void attacher_killed_takesNothingAlong(@TempDir Path directory) throws Exception {
        try (SharedMemory memory = SharedMemory.create(10)) {
            Path here = directory.resolve("here");
            ChildProcess<Void> child = AttachAndStayLauncher.start(memory, here);
            Await.file(here);
            child.kill();
            child.join();
            assertThat(memory.getInt(0)).isEqualTo(42);
            SharedMemory.attach(memory.name()).close();
        }
    }

    @Test
    @Conformance("_TestValue.test_value")
    @Conformance("_TestValue.test_rawvalue")
    void values_setByAChild_areReadByItsParent() throws Exception {
        SharedInt number = SharedInt.create(4343);
        SharedDouble real = SharedDouble.create(3.625);
        SharedInt small = SharedInt.create(-232);
        SharedLong large = SharedLong.create(1L << 33);
        try (SharedByteArray letter = SharedByteArray.of((byte) 'x')) {
            assertThat(number.get()).isEqualTo(4343);
            assertThat(real.get()).isEqualTo(3.625);
            assertThat(small.get()).isEqualTo(-232);
            assertThat(large.get()).isEqualTo(1L << 33);
            assertThat(letter.get(0)).isEqualTo((byte) 'x');

            SetAllLauncher.invoke(number, real, small, large, letter);
            assertThat(number.get()).isEqualTo(24234);
            assertThat(real.get()).isEqualTo(-4.25);
            assertThat(small.get()).isEqualTo(234);
            assertThat(large.get()).isEqualTo(1L << 34);
            assertThat(letter.get(0)).isEqualTo((byte) 'y');
        }
    }

    @Test
    void counter_underItsLock_losesNothing() throws Exception {
        SharedInt counter = SharedInt.create(0);
        List<ChildProcess<Void>> children =
                List.of(CountLauncher.start(counter, 20_000), CountLauncher.start(counter, 20_000));
        for (ChildProcess<Void> child : children) {
            child.get();
        }
        assertThat(counter.get()).isEqualTo(40_000);
    }

    /** There are no types at run time to be wrong: an array with a lock is an array and a lock. */
    @Test
    @Conformance("_TestArray.test_array")
    @Conformance("_TestArray.test_rawarray")
    void array_summedUpByAChild_isReadByItsParent() throws Exception {
        int[] source = {680, 626, 934, 821, 150, 233, 548, 982, 714, 831};
        try (SharedIntArray array = SharedIntArray.of(source)) {
            assertThat(array.length()).isEqualTo(10);
            assertThat(array.get(3)).isEqualTo(source[3]);
            assertThat(array.toArray(2, 7)).isEqualTo(Arrays.copyOfRange(source, 2, 7));
            array.set(4, new int[] {1, 2, 3, 4});
            System.arraycopy(new int[] {1, 2, 3, 4}, 0, source, 4, 4);
            assertThat(array.toArray()).isEqualTo(source);

            SumUpLauncher.invoke(array);
            Arrays.parallelPrefix(source, Integer::sum);
            assertThat(array.toArray()).isEqualTo(source);
        }
    }

    @Test
    @Conformance("_TestSharedCTypes.test_sharedctypes")
    @Conformance("_TestSharedCTypes.test_synchronize")
    void everything_doubledByAChild_isReadByItsParent() throws Exception {
        SharedInt number = SharedInt.create(7);
        SharedDouble real = SharedDouble.create(1.0 / 3);
        SharedLong large = SharedLong.create(1L << 33);
        try (SharedMemory struct = SharedMemory.create(16);
                SharedDoubleArray array = SharedDoubleArray.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
                SharedByteArray text = SharedByteArray.create(20)) {
            struct.putInt(0, 3);
            struct.putDouble(8, 2);
            text.set(0, "hello".getBytes(StandardCharsets.UTF_8));

            DoubleAllLauncher.invoke(number, real, large, struct, array, text);
            assertThat(number.get()).isEqualTo(14);
            assertThat(real.get()).isEqualTo(2.0 / 3);
            assertThat(large.get()).isEqualTo(1L << 34);
            assertThat(struct.getInt(0)).isEqualTo(6);
            assertThat(struct.getDouble(8)).isEqualTo(4);
            assertThat(array.toArray()).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
            assertThat(new String(text.toArray(0, 10), StandardCharsets.UTF_8)).isEqualTo("hellohello");
        }
    }
}
