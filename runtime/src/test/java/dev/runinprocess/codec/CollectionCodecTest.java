package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runinprocess.failure.NotTransferableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JdkObsolete")
class CollectionCodecTest {
    private static final Codec<String> STRING = Codecs.string();

    @Test
    void collection_arrivesAsTheImplementationPromised_andMutable() {
        assertThat(Crossing.of(Codecs.listOf(STRING), List.of("a"))).isExactlyInstanceOf(ArrayList.class);
        assertThat(Crossing.of(Codecs.setOf(STRING), Set.of("a"))).isExactlyInstanceOf(LinkedHashSet.class);
        assertThat(Crossing.of(CollectionCodecs.queueOf(STRING), new ConcurrentLinkedQueue<>(List.of("a"))))
                .isExactlyInstanceOf(LinkedList.class);
        assertThat(Crossing.of(CollectionCodecs.sortedSetOf(STRING), new TreeSet<>(List.of("a"))))
                .isExactlyInstanceOf(TreeSet.class);
        List<String> arrived = Crossing.of(Codecs.listOf(STRING), Collections.unmodifiableList(List.of("a")));
        arrived.add("b");
        assertThat(arrived).containsExactly("a", "b");
    }

    @Test
    void sortedCollection_withAComparator_isRefused_withWhyAndWhatToDo() {
        SortedSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        SortedMap<String, String> map = new TreeMap<>(Comparator.reverseOrder());

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(CollectionCodecs.sortedSetOf(STRING), set))
                .withMessageContaining("comparator")
                .withMessageContaining("is code")
                .withMessageContaining("Send a list");
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(CollectionCodecs.sortedMapOf(STRING, STRING), map));
    }

    @Test
    void sortedCollection_withTheNaturalOrderAsComparator_crosses() {
        SortedSet<String> set = new TreeSet<>(Comparator.<String>naturalOrder());
        Collections.addAll(set, "b", "a");

        assertThat(Crossing.of(CollectionCodecs.sortedSetOf(STRING), set)).containsExactly("a", "b");
    }

    @Test
    void priorityQueue_isRefused_becauseItsOrderWouldBeLost() {
        Queue<String> queue = new PriorityQueue<>(List.of("b", "a"));

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(CollectionCodecs.queueOf(STRING), queue))
                .withMessageContaining("order")
                .withMessageContaining("list");
    }

    @Test
    @SuppressWarnings("IdentityHashMapUsage") // as users may do it
    void collectionsByIdentity_areRefused() {
        Map<String, String> map = new IdentityHashMap<>(Map.of("a", "b"));
        Set<String> set = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(set, new String("twin"), new String("twin"));

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(Codecs.mapOf(STRING, STRING), map))
                .withMessageContaining("identity");
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.of(Codecs.setOf(STRING), set))
                .withMessageContaining("Two elements");
    }

    @Test
    void listChangedWhileItIsSent_isRefused() {
        List<String> list = new ArrayList<>(List.of("a", "b", "c"));

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(Codecs.listOf(meanwhile(element -> list.add("d"))), list))
                .withMessageContaining("java.util.ArrayList")
                .withMessageContaining("another thread")
                .withMessageContaining("Send a copy");
    }

    @Test
    void mapChangedWhileItIsSent_isRefused() {
        Map<String, String> map = new TreeMap<>(Map.of("a", "1", "b", "2"));

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(Codecs.mapOf(STRING, meanwhile(value -> map.remove("b"))), map));
    }

    @Test
    void concurrentCollectionChangedWhileItIsSent_arrivesAsItsIteratorMetIt() {
        Collection<String> queue = new ConcurrentLinkedQueue<>(List.of("a", "b"));
        Map<String, String> map = new ConcurrentHashMap<>(Map.of("a", "1"));

        Collection<String> arrived = Crossing.of(
                Codecs.collectionOf(meanwhile(element -> {
                    if (queue.size() < 10) {
                        queue.add("x");
                    }
                })),
                queue);
        Map<String, String> arrivedMap =
                Crossing.of(Codecs.mapOf(STRING, meanwhile(value -> map.put("z" + value, value))), map);

        assertThat(arrived).hasSize(10);
        assertThat(arrivedMap).containsEntry("a", "1");
    }

    @Test
    void collectionWhoseSizeLies_arrivesAsItsIteratorMetIt() {
        Collection<String> liar = new ArrayList<>(List.of("a", "b")) {
            private static final long serialVersionUID = 1L;

            @Override
            public int size() {
                return 7;
            }
        };

        assertThat(Crossing.of(Codecs.collectionOf(STRING), liar)).containsExactly("a", "b");
    }

    @Test
    void largeCollections_cross() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            list.add(i);
        }
        Integer[] array = list.toArray(new Integer[0]);

        assertThat(Crossing.of(Codecs.listOf(Codecs.intValue()), list)).isEqualTo(list);
        assertThat(Crossing.of(Codecs.setOf(Codecs.intValue()), new LinkedHashSet<>(list)))
                .containsExactlyElementsOf(list);
        assertThat(Arrays.equals(Crossing.of(Codecs.arrayOf(Codecs.intValue(), Integer.class), array), array))
                .isTrue();
    }

    private static Codec<String> meanwhile(Consumer<String> action) {
        return new Codec<>() {
            @Override
            public void write(ValueWriter out, String value) {
                STRING.write(out, value);
                action.accept(value);
            }

            @Override
            public String read(ValueReader in) {
                return STRING.read(in);
            }
        };
    }
}
