package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.internal.protocol.AuthKey;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.socket.SocketSettings;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the two ends of a connection between programs agree on: the type of the values, the key that both know, TLS, and limits. A {@link Listener} and its {@link Client}s each have the same, made
 * in their own program. Immutable, so safe for use by many threads.
 *
 * <p>Whoever knows the key may connect; without {@link #authKey} that is this program and the processes that it started. The key is never sent, and nothing that is can be used a second time; but it says
 * only who is there: who listens on the way reads along, and who can change what goes there can take part. So between machines, use {@link #tls}.
 *
 * @param <E> the type of the values
 */
public final class ConnectionTerms<E> {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final int DEFAULT_MAX_MESSAGE_BYTES = 1 << 30;

    private final Codec<E> codec;
    private final @Nullable AuthKey key;
    private final @Nullable SSLContext tls;
    private final int maxMessageBytes;
    private final Duration handshakeTimeout;

    private ConnectionTerms(
            Codec<E> codec,
            @Nullable AuthKey key,
            @Nullable SSLContext tls,
            int maxMessageBytes,
            Duration handshakeTimeout) {
        this.codec = codec;
        this.key = key;
        this.tls = tls;
        this.maxMessageBytes = maxMessageBytes;
        this.handshakeTimeout = handshakeTimeout;
    }

    /** For values that go by a codec. */
    public static <E> ConnectionTerms<E> of(Codec<E> codec) {
        return new ConnectionTerms<>(
                Objects.requireNonNull(codec, "codec"), null, null, DEFAULT_MAX_MESSAGE_BYTES, DEFAULT_TIMEOUT);
    }

    /**
     * For values of a built-in type, an enum, or a type marked {@code @Transferable}.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if there is no codec for the type
     */
    public static <E> ConnectionTerms<E> of(Class<E> type) {
        return of(TypeCodecs.of(type));
    }

    /** For values of any built-in types, as {@link TypeCodecs#any} has them. */
    public static ConnectionTerms<Object> ofAny() {
        return of(TypeCodecs.any());
    }

    /**
     * Agrees on a key: bytes that nobody else can guess, 16 random ones or more. With fewer than that, whoever may connect can try them all; with none, everybody who speaks this library's protocol is let in.
     */
    public ConnectionTerms<E> authKey(byte[] newKey) {
        return new ConnectionTerms<>(codec, new AuthKey(newKey), tls, maxMessageBytes, handshakeTimeout);
    }

    /**
     * Agrees on TLS, 1.2 or 1.3. The listener's context has its certificate; the client's has whom it trusts, and over TCP the certificate has to name the host that the client asked for. The proof of the key
     * holds for that certificate alone, so nobody who has another one that is trusted can stand in between.
     */
    public ConnectionTerms<E> tls(SSLContext context) {
        return new ConnectionTerms<>(
                codec, key, Objects.requireNonNull(context, "context"), maxMessageBytes, handshakeTimeout);
    }

    /**
     * Sends and takes no messages longer than that, encoded; otherwise the limit is 2^30 bytes. Who sends a longer one is told at once, and of a peer that sends one, no more is taken.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ConnectionTerms<E> maxMessageBytes(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("The longest message cannot have fewer than no bytes: bytes=" + bytes);
        }
        return new ConnectionTerms<>(codec, key, tls, bytes, handshakeTimeout);
    }

    /**
     * Gives a client so long to connect, TLS and the proof of the key included; otherwise it is ten seconds.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ConnectionTerms<E> handshakeTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A handshake takes some time: timeout=" + timeout);
        }
        return new ConnectionTerms<>(codec, key, tls, maxMessageBytes, timeout);
    }

    Codec<E> codec() {
        return codec;
    }

    int maxMessageBytes() {
        return maxMessageBytes;
    }

    SocketSettings settings() {
        AuthKey agreed = key == null ? ProcessContext.current().identity().authKey() : key;
        return new SocketSettings(agreed, tls, handshakeTimeout);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "ConnectionTerms[" + (tls == null ? "" : "tls, ") + "maxMessageBytes=" + maxMessageBytes
                + ", handshakeTimeout=" + handshakeTimeout + "]";
    }
}
