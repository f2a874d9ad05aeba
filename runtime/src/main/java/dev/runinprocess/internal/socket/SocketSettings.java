package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.protocol.AuthKey;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a listener, or a client, was asked for.
 *
 * @param authKey the key that both ends know
 * @param tls where TLS gets its keys and whom it trusts; null for none
 * @param handshakeTimeout how long one may take to get in
 */
public record SocketSettings(AuthKey authKey, @Nullable SSLContext tls, Duration handshakeTimeout) {
    KeyProof keyProof() {
        return new KeyProof(authKey.bytes());
    }
}
