package dev.runinprocess.codec;

/**
 * The way of values of one type to bytes and back. {@code read} consumes exactly what {@code write} produced; nothing else frames a value.
 * Nulls never reach a codec: {@link ValueWriter#write} and {@link ValueReader#read} mark them.
 *
 * <p>Codecs are stateless and safe for use by many threads. A child's start-up runs them cold, so they had better be
 * plain code: no lambdas, no reflection, no {@code String.format}.
 *
 * @param <T> the type of the values
 */
public interface Codec<T> {
    /**
     * Writes a value.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if this value cannot cross
     */
    void write(ValueWriter out, T value);

    /**
     * Reads a value that {@link #write} wrote, in another process.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if the bytes are not such a value
     */
    T read(ValueReader in);
}
