package dev.runinprocess.codec;

import java.util.UUID;

/** UUIDs, as two longs. */
final class UuidCodec implements Codec<UUID> {
    static final UuidCodec INSTANCE = new UuidCodec();

    private UuidCodec() {}

    @Override
    public void write(ValueWriter out, UUID value) {
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    @Override
    public UUID read(ValueReader in) {
        long most = in.readLong();
        return new UUID(most, in.readLong());
    }
}
