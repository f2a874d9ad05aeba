package dev.runinprocess.codec;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The implementations that maps are read into. */
@SuppressWarnings("unchecked") // the factories bind M to the implementation created or to a supertype of it
final class MapKinds {
    private MapKinds() {}

    /** Serves {@code HashMap}, too: that is what keeps the iteration order. */
    static final class InLinkedHashMap<K, V, M extends Map<K, V>> extends MapCodec<K, V, M> {
        InLinkedHashMap(Codec<K> key, Codec<V> value) {
            super(key, value);
        }

        @Override
        M create(int expectedSize) {
            return (M) new LinkedHashMap<K, V>(hashCapacity(expectedSize));
        }
    }

    static final class InTreeMap<K, V, M extends SortedMap<K, V>> extends MapCodec<K, V, M> {
        InTreeMap(Codec<K> key, Codec<V> value) {
            super(key, value);
        }

        @Override
        M create(int expectedSize) {
            return (M) new TreeMap<K, V>();
        }

        @Override
        void check(M map) {
            CollectionKinds.checkNaturalOrder(map, map.comparator());
        }
    }

    static final class InConcurrentHashMap<K, V, M extends Map<K, V>> extends MapCodec<K, V, M> {
        InConcurrentHashMap(Codec<K> key, Codec<V> value) {
            super(key, value);
        }

        @Override
        M create(int expectedSize) {
            return (M) new ConcurrentHashMap<K, V>(expectedSize);
        }
    }

    static final class InEnumMap<K extends Enum<K>, V> extends MapCodec<K, V, EnumMap<K, V>> {
        private final Class<K> type;

        InEnumMap(Class<K> type, Codec<V> value) {
            super(new EnumCodec<>(type.getEnumConstants()), value);
            this.type = type;
        }

        @Override
        EnumMap<K, V> create(int expectedSize) {
            return new EnumMap<>(type);
        }
    }
}
