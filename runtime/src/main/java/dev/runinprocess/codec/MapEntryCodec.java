package dev.runinprocess.codec;

import java.util.AbstractMap.SimpleEntry;
import java.util.Map;

/** One entry of a map, cut off from it. */
final class MapEntryCodec<K, V> implements Codec<Map.Entry<K, V>> {
    private final Codec<K> key;
    private final Codec<V> value;

    MapEntryCodec(Codec<K> key, Codec<V> value) {
        this.key = key;
        this.value = value;
    }

    @Override
    public void write(ValueWriter out, Map.Entry<K, V> entry) {
        out.write(key, entry.getKey());
        out.write(value, entry.getValue());
    }

    @Override
    public Map.Entry<K, V> read(ValueReader in) {
        K entryKey = in.read(key);
        return new SimpleEntry<>(entryKey, in.read(value));
    }
}
