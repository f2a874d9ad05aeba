package dev.runinprocess.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The codecs of collections beyond {@link Codecs#listOf}, {@link Codecs#setOf} and {@link Codecs#mapOf}, one for each declared type. What
 * arrives is new and mutable, with its elements in the sender's order. A collection sorted by a comparator is refused, because a
 * comparator is code; so is a priority queue. All are immutable and safe for use by many threads.
 */
@SuppressWarnings("NonApiType") // which type is declared is the whole point
public final class CollectionCodecs {
    private CollectionCodecs() {}

    /** {@link ArrayList}. */
    public static <E> Codec<ArrayList<E>> arrayListOf(Codec<E> element) {
        return new CollectionKinds.InArrayList<>(element);
    }

    /** {@link LinkedList}. */
    public static <E> Codec<LinkedList<E>> linkedListOf(Codec<E> element) {
        return new CollectionKinds.InLinkedList<>(element);
    }

    /** {@link HashSet}, which arrives as a {@code LinkedHashSet}. */
    public static <E> Codec<HashSet<E>> hashSetOf(Codec<E> element) {
        return new CollectionKinds.InLinkedHashSet<>(element);
    }

    /** {@link LinkedHashSet}. */
    public static <E> Codec<LinkedHashSet<E>> linkedHashSetOf(Codec<E> element) {
        return new CollectionKinds.InLinkedHashSet<>(element);
    }

    /** {@link SortedSet}, which arrives as a {@code TreeSet}. */
    public static <E> Codec<SortedSet<E>> sortedSetOf(Codec<E> element) {
        return new CollectionKinds.InTreeSet<>(element);
    }

    /** {@link NavigableSet}, which arrives as a {@code TreeSet}. */
    public static <E> Codec<NavigableSet<E>> navigableSetOf(Codec<E> element) {
        return new CollectionKinds.InTreeSet<>(element);
    }

    /** {@link TreeSet}. */
    public static <E> Codec<TreeSet<E>> treeSetOf(Codec<E> element) {
        return new CollectionKinds.InTreeSet<>(element);
    }

    /** {@link Queue}, which arrives as a {@code LinkedList}, which may hold nulls. */
    public static <E> Codec<Queue<E>> queueOf(Codec<E> element) {
        return new CollectionKinds.InLinkedList<>(element);
    }

    /** {@link Deque}, which arrives as a {@code LinkedList}, which may hold nulls. */
    public static <E> Codec<Deque<E>> dequeOf(Codec<E> element) {
        return new CollectionKinds.InLinkedList<>(element);
    }

    /** {@link ArrayDeque}. */
    public static <E> Codec<ArrayDeque<E>> arrayDequeOf(Codec<E> element) {
        return new CollectionKinds.InArrayDeque<>(element);
    }

    /** {@link HashMap}, which arrives as a {@code LinkedHashMap}. */
    public static <K, V> Codec<HashMap<K, V>> hashMapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InLinkedHashMap<>(key, value);
    }

    /** {@link LinkedHashMap}, which arrives as one in insertion order. */
    public static <K, V> Codec<LinkedHashMap<K, V>> linkedHashMapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InLinkedHashMap<>(key, value);
    }

    /** {@link SortedMap}, which arrives as a {@code TreeMap}. */
    public static <K, V> Codec<SortedMap<K, V>> sortedMapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InTreeMap<>(key, value);
    }

    /** {@link NavigableMap}, which arrives as a {@code TreeMap}. */
    public static <K, V> Codec<NavigableMap<K, V>> navigableMapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InTreeMap<>(key, value);
    }

    /** {@link TreeMap}. */
    public static <K, V> Codec<TreeMap<K, V>> treeMapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InTreeMap<>(key, value);
    }

    /** {@link ConcurrentMap}, which arrives as a {@code ConcurrentHashMap}, in no order. */
    public static <K, V> Codec<ConcurrentMap<K, V>> concurrentMapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InConcurrentHashMap<>(key, value);
    }

    /** {@link ConcurrentHashMap}. */
    public static <K, V> Codec<ConcurrentHashMap<K, V>> concurrentHashMapOf(Codec<K> key, Codec<V> value) {
        return new MapKinds.InConcurrentHashMap<>(key, value);
    }
}
