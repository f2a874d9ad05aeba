package dev.runinprocess.samples.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file server on this machine's loopback address, with a speed limit on each connection as a line to a far-away server has. {@code GET} fetches a
 * file of its folder, {@code PUT} stores one and answers with the checksum of what arrived.
 */
public final class FileServer implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 16;

    private final TemporaryFolder folder;
    private final long bytesPerSecond;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger transfers = new AtomicInteger();
    private final AtomicInteger mostTransfers = new AtomicInteger();

    private FileServer(TemporaryFolder folder, long bytesPerSecond, HttpServer server) {
        this.folder = folder;
        this.bytesPerSecond = bytesPerSecond;
        this.server = server;
    }

    /** Starts one at a port that is free. */
    public static FileServer start(TemporaryFolder folder, long bytesPerSecond) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FileServer started = new FileServer(folder, bytesPerSecond, HttpServer.create(anyPort, 0));
        started.server.setExecutor(started.threads);
        started.server.createContext("/", started::serve);
        started.server.start();
        return started;
    }

    /** Where the server has, or will have, a file. */
    public URI uri(String name) {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/" + name);
    }

    /** How many transfers there were at the same time, at most, since this was asked before. */
    public int mostTransfersAtOnce() {
        return mostTransfers.getAndSet(transfers.get());
    }

    private void serve(HttpExchange exchange) throws IOException {
        mostTransfers.accumulateAndGet(transfers.incrementAndGet(), Math::max);
        try (exchange) {
            Path file = folder.path(exchange.getRequestURI().getPath().substring(1));
            if (exchange.getRequestMethod().equals("PUT")) {
                store(exchange, file);
            } else {
                send(exchange, file);
            }
        } finally {
            transfers.decrementAndGet();
        }
    }

    private void send(HttpExchange exchange, Path file) throws IOException {
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            copyPaced(in, exchange.getResponseBody());
        }
    }

    private void store(HttpExchange exchange, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            copyPaced(exchange.getRequestBody(), out);
        }
        byte[] checksum = Sha256.of(file).getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_CREATED, checksum.length);
        exchange.getResponseBody().write(checksum);
    }

    private void copyPaced(InputStream in, OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long start = System.nanoTime();
        long copied = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            out.write(block, 0, read);
            copied += read;
            waitUntil(start + copied * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond);
        }
    }

    private static void waitUntil(long nanoTime) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server was stopped during a transfer.", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
