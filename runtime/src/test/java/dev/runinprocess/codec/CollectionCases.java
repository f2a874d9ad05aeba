package dev.runinprocess.codec;

import static dev.runinprocess.codec.RandomValues.nextList;
import static dev.runinprocess.codec.RandomValues.nextName;
import static dev.runinprocess.codec.RandomValues.nextString;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every codec of collections and maps, with values. */
@SuppressWarnings({"JdkObsolete", "NonApiType"}) // the codecs are for these types
final class CollectionCases {
    private CollectionCases() {}

    static Stream<CodecCase<?>> all() {
        return Stream.concat(collections(), maps());
    }

    private static Stream<CodecCase<?>> collections() {
        Codec<String> string = Codecs.string();
        return Stream.of(
                ordered("Collection", Codecs.collectionOf(string), CollectionCases::nextTexts),
                ordered("List", Codecs.listOf(string), CollectionCases::nextTexts),
                ordered("ArrayList", CollectionCodecs.arrayListOf(string), into(ArrayList::new)),
                ordered("LinkedList", CollectionCodecs.linkedListOf(string), into(LinkedList::new)),
                ordered("Queue", CollectionCodecs.queueOf(string), into(LinkedList::new)),
                ordered("Deque", CollectionCodecs.dequeOf(string), into(LinkedList::new)),
                ordered("ArrayDeque", CollectionCodecs.arrayDequeOf(string), withoutNull(ArrayDeque::new)),
                ordered("Set", Codecs.setOf(string), into(HashSet::new)),
                ordered("HashSet", CollectionCodecs.hashSetOf(string), into(HashSet::new)),
                ordered("LinkedHashSet", CollectionCodecs.linkedHashSetOf(string), into(LinkedHashSet::new)),
                ordered("SortedSet", CollectionCodecs.sortedSetOf(string), withoutNull(TreeSet::new)),
                ordered("NavigableSet", CollectionCodecs.navigableSetOf(string), withoutNull(TreeSet::new)),
                ordered("TreeSet", CollectionCodecs.treeSetOf(string), withoutNull(TreeSet::new)));
    }

    private static Stream<CodecCase<?>> maps() {
        Codec<String> key = Codecs.string();
        Codec<List<Integer>> value = Codecs.listOf(Codecs.intValue());
        return Stream.of(
                orderedMap("Map", Codecs.mapOf(key, value), mapInto(LinkedHashMap::new, true)),
                orderedMap("HashMap", CollectionCodecs.hashMapOf(key, value), mapInto(HashMap::new, true)),
                orderedMap(
                        "LinkedHashMap",
                        CollectionCodecs.linkedHashMapOf(key, value),
                        mapInto(LinkedHashMap::new, true)),
                orderedMap("SortedMap", CollectionCodecs.sortedMapOf(key, value), mapInto(TreeMap::new, true)),
                orderedMap("NavigableMap", CollectionCodecs.navigableMapOf(key, value), mapInto(TreeMap::new, true)),
                orderedMap("TreeMap", CollectionCodecs.treeMapOf(key, value), mapInto(TreeMap::new, true)),
                CodecCase.of(
                        "ConcurrentMap",
                        CollectionCodecs.concurrentMapOf(key, value),
                        mapInto(ConcurrentHashMap::new, false)),
                CodecCase.of(
                        "ConcurrentHashMap",
                        CollectionCodecs.concurrentHashMapOf(key, value),
                        mapInto(ConcurrentHashMap::new, false)),
                CodecCase.of(
                        "Map.Entry",
                        Codecs.mapEntryOf(key, value),
                        random -> new SimpleEntry<>(nextName(random), nextNumbers(random))));
    }

    private static <C extends Collection<String>> CodecCase<C> ordered(
            String name, Codec<C> codec, Function<RandomGenerator, C> values) {
        return CodecCase.of(name, codec, values)
                .judgedBy((sent, arrived) -> List.copyOf(texts(sent)).equals(texts(arrived)));
    }

    private static List<String> texts(Collection<String> values) {
        return values.stream().map(text -> "" + text).toList();
    }

    private static <M extends Map<String, List<Integer>>> CodecCase<M> orderedMap(
            String name, Codec<M> codec, Function<RandomGenerator, M> values) {
        return CodecCase.of(name, codec, values)
                .judgedBy((sent, arrived) ->
                        new ArrayList<>(sent.entrySet()).equals(new ArrayList<>(arrived.entrySet())));
    }

    private static List<String> nextTexts(RandomGenerator random) {
        return nextList(random, CollectionCases::nextTextOrNull);
    }

    @SuppressWarnings("NullAway") // elements may be null
    private static String nextTextOrNull(RandomGenerator random) {
        @Nullable String text = random.nextInt(4) == 0 ? null : nextString(random);
        return text;
    }

    private static <C extends Collection<String>> Function<RandomGenerator, C> into(Function<List<String>, C> copy) {
        return random -> copy.apply(nextTexts(random));
    }

    private static <C extends Collection<String>> Function<RandomGenerator, C> withoutNull(
            Function<List<String>, C> copy) {
        return random -> copy.apply(nextList(random, RandomValues::nextString));
    }

    private static List<Integer> nextNumbers(RandomGenerator random) {
        return nextList(random, RandomGenerator::nextInt);
    }

    @SuppressWarnings("NullAway") // values may be null
    private static <M extends Map<String, List<Integer>>> Function<RandomGenerator, M> mapInto(
            Supplier<M> empty, boolean nulls) {
        return random -> {
            M map = empty.get();
            for (int left = random.nextInt(6); left > 0; left--) {
                map.put(nextString(random), nulls && random.nextInt(4) == 0 ? null : nextNumbers(random));
            }
            return map;
        };
    }
}
