package dev.runinprocess.internal.socket;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** TLS for a socket, where it was asked for. */
final class TlsEngines {
    /** Those that are not broken; a context may offer fewer. */
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");

    private TlsEngines() {}

    static Wire listening(PlainWire socket, @Nullable SSLContext context) {
        if (context == null) {
            return socket;
        }
        SSLEngine engine = context.createSSLEngine();
        return wire(socket, engine, false);
    }

    /** Over TCP, the listener's certificate has to name the host that we asked for; a path names nothing that a certificate could. */
    static Wire connecting(PlainWire socket, SocketAddress address, @Nullable SSLContext context) {
        if (context == null) {
            return socket;
        }
        SSLEngine engine;
        if (address instanceof InetSocketAddress host) {
            engine = context.createSSLEngine(host.getHostString(), host.getPort());
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        } else {
            engine = context.createSSLEngine();
        }
        return wire(socket, engine, true);
    }

    private static TlsWire wire(PlainWire socket, SSLEngine engine, boolean client) {
        engine.setUseClientMode(client);
        engine.setEnabledProtocols(Arrays.stream(engine.getEnabledProtocols())
                .filter(PROTOCOLS::contains)
                .toArray(String[]::new));
        return new TlsWire(socket, engine);
    }
}
