package dev.runinprocess.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import java.io.InvalidObjectException;
import java.math.BigInteger;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists in shared memory. */
final class SharedListTest {
    @Test
    void elements_ofAllTypes_areReadAsTheyWereWritten() throws Exception {
        Object[] values = {null, true, (byte) -1, (short) -2, 'ß', -3, 1L << 40, 1.5f, Math.PI, "größer", ""};
        try (SharedList list = SharedList.of(values);
                SharedList other = SharedList.attach(list.name())) {
            assertThat(other).containsExactly(values).isEqualTo(Arrays.asList(values));
            assertThat(other.size()).isEqualTo(values.length);
        }
        try (SharedList list = SharedList.of(new byte[] {1, 2}, new byte[0])) {
            assertThat((byte[]) list.get(0)).containsExactly(1, 2);
            assertThat(list.indexOf(new byte[0])).isEqualTo(1);
            assertThat(list.lastIndexOf(new byte[] {1, 2})).isZero();
            assertThat(list).hasToString("SharedList[name=" + list.name() + ", [[1, 2], []]]");
        }
    }

    @Test
    void set_replacesWithinTheRoomThereIs_alsoByAnotherType() {
        try (SharedList list = SharedList.of("howdy", 1, null, "0123456789")) {
            assertThat(list.set(0, "12345678")).isEqualTo("howdy");
            assertThat(list.set(1, "texttext")).isEqualTo(1);
            assertThat(list.set(2, 2.5)).isNull();
            list.set(3, "0123456789abcdef");
            assertThat(list).containsExactly("12345678", "texttext", 2.5, "0123456789abcdef");
            list.set(3, null);
            assertThat(list.get(3)).isNull();

            assertThatThrownBy(() -> list.set(0, "123456789"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("exceeds the available storage: index=0, bytes=9, capacity=8");
            assertThatThrownBy(() -> list.set(0, "1234567ß")).hasMessageContaining("bytes=9");
            assertThatThrownBy(() -> list.set(0, new byte[9])).isInstanceOf(IllegalArgumentException.class);
            assertThat(list.subList(0, 2)).containsExactly("12345678", "texttext");
        }
    }

    @Test
    void otherTypes_andOtherLengths_areRefused() {
        assertThatThrownBy(() -> SharedList.of(BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.math.BigInteger");
        assertThatThrownBy(() -> SharedList.of("\ud800")).hasMessageContaining("half a character");
        try (SharedList list = SharedList.of(1, 2)) {
            assertThatThrownBy(() -> list.set(0, List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> list.add(3)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> list.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> list.set(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(list).containsExactly(1, 2);
        }
    }

    @Test
    void memory_withoutAList_isRefused() {
        try (SharedMemory memory = SharedMemory.create(1);
                SharedMemory larger = SharedMemory.create(100)) {
            assertThatThrownBy(() -> SharedList.attach(memory.name()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no shared list");
            larger.put(0, "nonsense".getBytes(UTF_8));
            assertThatThrownBy(() -> SharedList.attach(larger.name())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void handle_travels_andSaysWhenTheListIsGone() throws Exception {
        SharedList list = SharedList.of(0, 1, 2);
        Handles.sent(SharedList.codec(), list).set(0, 7);
        Handles.serialized(list).set(1, 8);
        assertThat(list).containsExactly(7, 8, 2);
        byte[] bytes = Handles.bytes(list);
        list.close();

        assertThat(list.isClosed()).isTrue();
        assertThat(list.toString()).endsWith(", closed]");
        assertThatThrownBy(() -> list.get(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new ValueWriter().write(SharedList.codec(), list))
                .isInstanceOf(NotTransferableException.class);
        assertThatThrownBy(() -> Handles.object(bytes))
                .isInstanceOf(InvalidObjectException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void scope_closesWhatItKeeps() {
        SharedList list;
        SharedMemory memory;
        MemoryScope scope = MemoryScope.open();
        try (scope) {
            list = scope.keep(SharedList.of(1));
            memory = scope.keep(SharedMemory.create(10));
            assertThat(list.get(0)).isEqualTo(1);
        }
        assertThat(list.isClosed()).isTrue();
        assertThat(memory.isClosed()).isTrue();
        SharedIntArray late = SharedIntArray.create(1);
        assertThatThrownBy(() -> scope.keep(late)).isInstanceOf(IllegalStateException.class);
        assertThat(late.isClosed()).isTrue();
    }
}
