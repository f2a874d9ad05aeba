package dev.runinprocess.codec;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Entries in iteration order, after their number. A subclass stands for one implementation to read them into.
 *
 * @param <M> the declared type: that implementation or a supertype of it
 */
abstract class MapCodec<K, V, M extends Map<K, V>> implements Codec<M> {
    private final Codec<K> key;
    private final Codec<V> value;

    MapCodec(Codec<K> key, Codec<V> value) {
        this.key = key;
        this.value = value;
    }

    /** A new map with room for that many entries. */
    abstract M create(int expectedSize);

    /** Throws if the map means more than its entries in their order. */
    void check(M map) {}

    @Override
    public final void write(ValueWriter out, M map) {
        check(map);
        if (map instanceof IdentityHashMap) {
            throw Refusal.of("The keys of an IdentityHashMap are told apart by identity, which no copy has."
                    + " Send a map whose keys differ by equals.");
        }
        // As in CollectionCodec, the number is the one that was met.
        int numberAt = out.reserve(Integer.BYTES);
        byte[] chunk = out.chunk();
        int number = 0;
        Iterator<Map.Entry<K, V>> entries = map.entrySet().iterator();
        while (true) {
            Map.Entry<K, V> entry;
            try {
                if (!entries.hasNext()) {
                    break;
                }
                entry = entries.next();
            } catch (RuntimeException e) {
                throw Refusal.whileIterating(map, e);
            }
            out.write(key, entry.getKey());
            out.write(value, entry.getValue());
            number++;
        }
        ValueWriter.putInt(chunk, numberAt, number);
    }

    @Override
    public final M read(ValueReader in) {
        int number = in.readCount();
        M map = create(Math.min(number, CollectionCodec.LARGEST_ADVANCE));
        for (int i = 0; i < number; i++) {
            K entryKey = in.read(key);
            map.put(entryKey, in.read(value));
        }
        if (map.size() != number) {
            throw Refusal.of("Two keys of a map are equal after their way to this process: the sender's map, or"
                    + " their equals method, tells apart what equals does not here. Send a list of entries.");
        }
        return map;
    }

    /** The initial capacity of a hash table that need not grow for that many entries. */
    static int hashCapacity(int expectedSize) {
        return expectedSize + expectedSize / 3 + 1;
    }
}
