package dev.runinprocess.memory;

import static dev.runinprocess.memory.Handles.sent;
import static dev.runinprocess.memory.Handles.serialized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.failure.OutOfSharedMemoryException;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays in shared memory. */
final class SharedArrayTest {
    private static final long PER_CHUNK = (1L << 30) / Long.BYTES;

    @Test
    void booleans_areReadAsTheyWereWritten() throws IOException {
        boolean[] source = {true, false, true, true};
        try (SharedBooleanArray array = SharedBooleanArray.of(source);
                SharedBooleanArray other = SharedBooleanArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, false);
            assertThat(array.get(1)).isEqualTo(false);
            array.fill(2, 4, false);
            assertThat(other.toArray(1, 4)).isEqualTo(new boolean[] {false, false, false});
            other.set(0, source, 2, 2);
            boolean[] part = new boolean[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new boolean[] {source[0], source[0], source[1], source[2]});
            array.fill(false);
            assertThat(other.get(3)).isEqualTo(false);
            assertThat(serialized(array).get(0)).isEqualTo(false);
            SharedBooleanArray arrived = sent(SharedBooleanArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedBooleanArray fresh = SharedBooleanArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new boolean[3]);
        }
    }

    @Test
    void bytes_areReadAsTheyWereWritten() throws IOException {
        byte[] source = {(byte) 1, (byte) -2, (byte) 3, (byte) 127};
        try (SharedByteArray array = SharedByteArray.of(source);
                SharedByteArray other = SharedByteArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, (byte) 9);
            assertThat(array.get(1)).isEqualTo((byte) 9);
            array.fill(2, 4, (byte) 9);
            assertThat(other.toArray(1, 4)).isEqualTo(new byte[] {(byte) 9, (byte) 9, (byte) 9});
            other.set(0, source, 2, 2);
            byte[] part = new byte[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new byte[] {source[0], source[0], source[1], source[2]});
            array.fill((byte) 9);
            assertThat(other.get(3)).isEqualTo((byte) 9);
            assertThat(serialized(array).get(0)).isEqualTo((byte) 9);
            SharedByteArray arrived = sent(SharedByteArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedByteArray fresh = SharedByteArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new byte[3]);
        }
    }

    @Test
    void shorts_areReadAsTheyWereWritten() throws IOException {
        short[] source = {(short) 1, (short) -2, (short) 300, (short) 4};
        try (SharedShortArray array = SharedShortArray.of(source);
                SharedShortArray other = SharedShortArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, (short) 9);
            assertThat(array.get(1)).isEqualTo((short) 9);
            array.fill(2, 4, (short) 9);
            assertThat(other.toArray(1, 4)).isEqualTo(new short[] {(short) 9, (short) 9, (short) 9});
            other.set(0, source, 2, 2);
            short[] part = new short[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new short[] {source[0], source[0], source[1], source[2]});
            array.fill((short) 9);
            assertThat(other.get(3)).isEqualTo((short) 9);
            assertThat(serialized(array).get(0)).isEqualTo((short) 9);
            SharedShortArray arrived = sent(SharedShortArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedShortArray fresh = SharedShortArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new short[3]);
        }
    }

    @Test
    void chars_areReadAsTheyWereWritten() throws IOException {
        char[] source = {'a', 'ß', '€', 'z'};
        try (SharedCharArray array = SharedCharArray.of(source);
                SharedCharArray other = SharedCharArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, 'x');
            assertThat(array.get(1)).isEqualTo('x');
            array.fill(2, 4, 'x');
            assertThat(other.toArray(1, 4)).isEqualTo(new char[] {'x', 'x', 'x'});
            other.set(0, source, 2, 2);
            char[] part = new char[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new char[] {source[0], source[0], source[1], source[2]});
            array.fill('x');
            assertThat(other.get(3)).isEqualTo('x');
            assertThat(serialized(array).get(0)).isEqualTo('x');
            SharedCharArray arrived = sent(SharedCharArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedCharArray fresh = SharedCharArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new char[3]);
        }
    }

    @Test
    void ints_areReadAsTheyWereWritten() throws IOException {
        int[] source = {1, -2, 70_000, 4};
        try (SharedIntArray array = SharedIntArray.of(source);
                SharedIntArray other = SharedIntArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, 9);
            assertThat(array.get(1)).isEqualTo(9);
            array.fill(2, 4, 9);
            assertThat(other.toArray(1, 4)).isEqualTo(new int[] {9, 9, 9});
            other.set(0, source, 2, 2);
            int[] part = new int[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new int[] {source[0], source[0], source[1], source[2]});
            array.fill(9);
            assertThat(other.get(3)).isEqualTo(9);
            assertThat(serialized(array).get(0)).isEqualTo(9);
            SharedIntArray arrived = sent(SharedIntArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedIntArray fresh = SharedIntArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new int[3]);
        }
    }

    @Test
    void longs_areReadAsTheyWereWritten() throws IOException {
        long[] source = {1L, -2L, 1L << 40, 4L};
        try (SharedLongArray array = SharedLongArray.of(source);
                SharedLongArray other = SharedLongArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, 9L);
            assertThat(array.get(1)).isEqualTo(9L);
            array.fill(2, 4, 9L);
            assertThat(other.toArray(1, 4)).isEqualTo(new long[] {9L, 9L, 9L});
            other.set(0, source, 2, 2);
            long[] part = new long[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new long[] {source[0], source[0], source[1], source[2]});
            array.fill(9L);
            assertThat(other.get(3)).isEqualTo(9L);
            assertThat(serialized(array).get(0)).isEqualTo(9L);
            SharedLongArray arrived = sent(SharedLongArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedLongArray fresh = SharedLongArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new long[3]);
        }
    }

    @Test
    void floats_areReadAsTheyWereWritten() throws IOException {
        float[] source = {1f, -2.5f, Float.NEGATIVE_INFINITY, 4f};
        try (SharedFloatArray array = SharedFloatArray.of(source);
                SharedFloatArray other = SharedFloatArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, 9f);
            assertThat(array.get(1)).isEqualTo(9f);
            array.fill(2, 4, 9f);
            assertThat(other.toArray(1, 4)).isEqualTo(new float[] {9f, 9f, 9f});
            other.set(0, source, 2, 2);
            float[] part = new float[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new float[] {source[0], source[0], source[1], source[2]});
            array.fill(9f);
            assertThat(other.get(3)).isEqualTo(9f);
            assertThat(serialized(array).get(0)).isEqualTo(9f);
            SharedFloatArray arrived = sent(SharedFloatArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedFloatArray fresh = SharedFloatArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new float[3]);
        }
    }

    @Test
    void doubles_areReadAsTheyWereWritten() throws IOException {
        double[] source = {1.0, -2.5, Double.NEGATIVE_INFINITY, Math.PI};
        try (SharedDoubleArray array = SharedDoubleArray.of(source);
                SharedDoubleArray other = SharedDoubleArray.attach(array.name())) {
            assertThat(array.length()).isEqualTo(4);
            assertThat(other.toArray()).isEqualTo(source);
            for (int i = 0; i < source.length; i++) {
                assertThat(other.get(i)).isEqualTo(source[i]);
            }
            other.set(1, 9.0);
            assertThat(array.get(1)).isEqualTo(9.0);
            array.fill(2, 4, 9.0);
            assertThat(other.toArray(1, 4)).isEqualTo(new double[] {9.0, 9.0, 9.0});
            other.set(0, source, 2, 2);
            double[] part = new double[4];
            array.get(0, part, 1, 2);
            assertThat(part[1]).isEqualTo(source[2]);
            assertThat(part[2]).isEqualTo(source[3]);
            array.set(0, source);
            array.copyTo(0, array, 1, 3);
            assertThat(other.toArray()).isEqualTo(new double[] {source[0], source[0], source[1], source[2]});
            array.fill(9.0);
            assertThat(other.get(3)).isEqualTo(9.0);
            assertThat(serialized(array).get(0)).isEqualTo(9.0);
            SharedDoubleArray arrived = sent(SharedDoubleArray.codec(), array);
            arrived.set(3, source[0]);
            assertThat(array.get(3)).isEqualTo(source[0]);
        }
        try (SharedDoubleArray fresh = SharedDoubleArray.create(3)) {
            assertThat(fresh.toArray()).isEqualTo(new double[3]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4, 1L << 31, 1L << 59, 1L << 61, Long.MAX_VALUE, Long.MIN_VALUE})
    void index_outside_isRefused(long index) {
        try (SharedLongArray array = SharedLongArray.of(1, 2, 3, 4)) {
            assertThatThrownBy(() -> array.get(index))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("index=" + index)
                    .hasMessageContaining("length=4");
            assertThatThrownBy(() -> array.set(index, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.getAndAdd(index, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.get(index, new long[1])).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.set(index, new long[1])).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.buffer(index, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.copyTo(index, array, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.copyTo(0, array, index, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void length_thatIsNone_isRefused(long length) {
        assertThatThrownBy(() -> SharedIntArray.create(length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length=" + length);
    }

    @Test
    void create_withoutRoom_saysSo() {
        assertThatThrownBy(() -> SharedDoubleArray.create(1L << 50)).isInstanceOf(OutOfSharedMemoryException.class);
    }

    @Test
    void arrays_overOneMemory_shareIt_andDoNotCloseIt() {
        SharedMemory memory = SharedMemory.create(100);
        SharedIntArray ints = SharedIntArray.over(memory, 8, 10);
        SharedByteArray bytes = SharedByteArray.over(memory, 9, 4);
        ints.set(0, -1);
        assertThat(bytes.toArray()).containsExactly(-1, -1, -1, 0);
        ints.close();
        assertThat(memory.isClosed()).isFalse();
        assertThat(bytes.get(0)).isEqualTo((byte) -1);
        memory.close();
        bytes.set(3, (byte) 5);
        assertThat(bytes.get(3)).isEqualTo((byte) 5);
        assertThat(bytes.memory()).isSameAs(memory);
    }

    @Test
    void arrays_overAPartThatIsNone_areRefused() {
        try (SharedMemory memory = SharedMemory.create(100)) {
            assertThatThrownBy(() -> SharedIntArray.over(memory, 2, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("offset=2");
            assertThatThrownBy(() -> SharedIntArray.over(memory, 0, 26)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> SharedIntArray.over(memory, -4, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> SharedIntArray.over(memory, 0, Long.MAX_VALUE / 2))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(SharedIntArray.over(memory, 100, 0).toArray()).isEmpty();
        }
    }

    @Test
    void closed_refusesEverything() {
        SharedIntArray array = SharedIntArray.of(1, 2, 3);
        array.close();
        array.close();
        assertThat(array.isClosed()).isTrue();
        assertThat(array.length()).isEqualTo(3);
        assertThat(array.toString()).startsWith("SharedIntArray[name=").endsWith(", length=3, closed]");
        assertThatThrownBy(() -> array.get(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> array.set(0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(array::toArray).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> array.buffer(0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new ValueWriter().write(SharedIntArray.codec(), array))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void buffer_isTheArrayItself_alsoAfterClose() {
        SharedDoubleArray array = SharedDoubleArray.of(1, 2, 3, 4);
        DoubleBuffer middle = array.buffer(1, 2);
        middle.put(0, 20);
        assertThat(array.get(1)).isEqualTo(20);
        array.close();
        assertThat(middle.get(1)).isEqualTo(3);
    }

    @Test
    void part_travelsAsAPart() {
        try (SharedMemory memory = SharedMemory.create(100)) {
            SharedIntArray part = SharedIntArray.over(memory, 40, 5);
            part.fill(8);
            SharedIntArray arrived = sent(SharedIntArray.codec(), part);
            assertThat(arrived.toArray()).containsExactly(8, 8, 8, 8, 8);
            arrived.set(4, 9);
            assertThat(memory.getInt(56)).isEqualTo(9);
        }
    }

    @Test
    void orderedOperations_loseNothing() throws Exception {
        try (SharedIntArray ints = SharedIntArray.create(2);
                SharedLongArray longs = SharedLongArray.create(2)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread thread = new Thread(() -> {
                    for (int k = 0; k < 10_000; k++) {
                        ints.getAndAdd(1, 1);
                        long seen = longs.getVolatile(1);
                        while (!longs.compareAndSet(1, seen, seen + 1)) {
                            seen = longs.getAcquire(1);
                        }
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(ints.get(1)).isEqualTo(40_000);
            assertThat(longs.get(1)).isEqualTo(40_000);
            assertThat(ints.addAndGet(0, 5)).isEqualTo(5);
            assertThat(ints.getAndSet(0, 6)).isEqualTo(5);
            ints.setRelease(0, 7);
            assertThat(ints.getAcquire(0)).isEqualTo(7);
            longs.setVolatile(0, 8);
            assertThat(longs.getAndAdd(0, -8)).isEqualTo(8);
        }
    }

    @Test
    void beyondAChunk_everythingWorks() throws IOException {
        long length = 2 * PER_CHUNK + 1000;
        try (SharedLongArray array =
                SharedLongArray.create(length, MemoryOptions.defaults().sparse())) {
            for (long index : new long[] {0, PER_CHUNK - 1, PER_CHUNK, 2 * PER_CHUNK, length - 1}) {
                array.set(index, index + 5);
                assertThat(array.get(index)).isEqualTo(index + 5);
                assertThat(array.getAndAdd(index, 1)).isEqualTo(index + 5);
            }
            long[] numbers = new long[200];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
            }
            long from = PER_CHUNK - 100;
            array.set(from, numbers);
            assertThat(array.toArray(from, from + 200)).isEqualTo(numbers);
            assertThat(array.buffer(from, 200).get(150)).isEqualTo(150);
            array.fill(2 * PER_CHUNK - 3, 2 * PER_CHUNK + 3, -1);
            assertThat(array.toArray(2 * PER_CHUNK - 3, 2 * PER_CHUNK + 3)).containsOnly(-1);
            assertThat(array.get(2 * PER_CHUNK + 3)).isZero();

            // Onto itself, in both directions, over the border of two chunks, and by another handle.
            SharedLongArray other = sent(SharedLongArray.codec(), array);
            array.copyTo(from, other, from + 7, 200);
            assertThat(array.toArray(from + 7, from + 207)).isEqualTo(numbers);
            other.copyTo(from + 7, array, from, 200);
            assertThat(array.toArray(from, from + 200)).isEqualTo(numbers);
        }
    }

    @Test
    void offTheBorders_chunksOfMemoryAndOfArrayDiffer() throws IOException {
        try (SharedMemory memory =
                SharedMemory.create(3L << 30, MemoryOptions.defaults().sparse())) {
            SharedLongArray array = SharedLongArray.over(memory, (1L << 30) - 16, PER_CHUNK + 10);
            for (long index : new long[] {0, 1, 2, 3, PER_CHUNK + 1, PER_CHUNK + 2, PER_CHUNK + 9}) {
                array.set(index, index + 1);
                assertThat(memory.getLong((1L << 30) - 16 + index * 8)).isEqualTo(index + 1);
                assertThat(array.get(index)).isEqualTo(index + 1);
            }
            assertThat(array.toArray(0, 4)).containsExactly(1, 2, 3, 4);
        }
    }
}
