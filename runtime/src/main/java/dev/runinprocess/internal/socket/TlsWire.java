package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** A socket with TLS over it. */
public final class TlsWire implements Wire {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /*
     * TLS has messages of its own, and who reads may have to answer one (an update of keys). So a reader writes, too, at any time, and must not wait for a writer who waits for room, since room may
     * come only when we read. That is why nobody waits with this lock: it is held to encrypt one record and to hand the socket what it takes, and what is left of that record is sent by whoever
     * comes next.
     */
    private final ReentrantLock writing = new ReentrantLock();

    private final PlainWire socket;
    private final SSLEngine engine;
    private boolean begun;

    /** What came and is still encrypted; from position to limit. */
    private ByteBuffer received;

    /** What came and was decrypted, and did not fit the reader's buffer. */
    private ByteBuffer decrypted;

    /** What is encrypted and still to be sent. Guarded by the lock. */
    private ByteBuffer encrypted;

    private volatile boolean unsent;

    TlsWire(PlainWire socket, SSLEngine engine) {
        this.socket = socket;
        this.engine = engine;
        int packetBytes = engine.getSession().getPacketBufferSize();
        received = ByteBuffer.allocate(packetBytes).limit(0);
        decrypted = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .limit(0);
        encrypted = ByteBuffer.allocate(packetBytes).limit(0);
    }

    @Override
    public boolean open() throws IOException {
        if (!begun) {
            begun = true;
            engine.beginHandshake();
        }
        try {
            return shakeHands();
        } catch (SSLException e) {
            sayWhy();
            throw e;
        } catch (EOFException e) {
            throw new SSLHandshakeException("The other end hung up before the handshake of TLS was over.");
        }
    }

    private boolean shakeHands() throws IOException {
        while (true) {
            HandshakeStatus status = engine.getHandshakeStatus();
            switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    if (!write(NOTHING)) {
                        return false;
                    }
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!write(NOTHING)) {
                        return false;
                    }
                    int came = decrypt();
                    if (came < 0) {
                        throw new EOFException("it said goodbye");
                    }
                    if (came == 0 && engine.getHandshakeStatus() == status) {
                        return false;
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    return write(NOTHING);
                }
            }
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** Sends the alert that says why we want no more. */
    private void sayWhy() {
        try {
            engine.closeOutbound();
            boolean unused = write(NOTHING);
        } catch (IOException e) {
            // The other end will see that we hung up.
        }
    }

    /** A digest of the server's certificate: who speaks TLS with somebody in the middle sees another one. */
    @Override
    public byte[] identity() throws IOException {
        Certificate[] chain = engine.getUseClientMode()
                ? engine.getSession().getPeerCertificates()
                : engine.getSession().getLocalCertificates();
        if (chain == null) {
            throw new SSLException("TLS without a certificate of the server proves nothing");
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new SSLException("a certificate has no digest: " + e, e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!target.hasRemaining()) {
            return 0;
        }
        if (!decrypted.hasRemaining()) {
            int came = decrypt();
            if (came <= 0) {
                return came;
            }
        }
        int count = Math.min(target.remaining(), decrypted.remaining());
        target.put(target.position(), decrypted, decrypted.position(), count);
        target.position(target.position() + count);
        decrypted.position(decrypted.position() + count);
        return count;
    }

    /** Decrypts a record that has bytes for us, or does what a record of TLS's own asks for; as {@link #read} returns. */
    private int decrypt() throws IOException {
        while (true) {
            decrypted.clear();
            SSLEngineResult result;
            try {
                result = engine.unwrap(received, decrypted);
            } finally {
                decrypted.flip();
            }
            switch (result.getStatus()) {
                case BUFFER_OVERFLOW ->
                    decrypted = ByteBuffer.allocate(2 * decrypted.capacity()).limit(0);
                case BUFFER_UNDERFLOW -> {
                    int came = receive();
                    if (came <= 0) {
                        return came;
                    }
                }
                case CLOSED -> {
                    return -1;
                }
                case OK -> {
                    if (decrypted.hasRemaining()) {
                        return decrypted.remaining();
                    }
                    if (!begunAnswering(result.getHandshakeStatus())) {
                        return 0;
                    }
                }
            }
        }
    }

    /** Whether to go on decrypting. */
    private boolean begunAnswering(HandshakeStatus status) throws IOException {
        return switch (status) {
            case NEED_TASK -> {
                runTasks();
                yield true;
            }
            case NEED_WRAP -> {
                boolean unused = write(NOTHING);
                // Until the socket took what was there before, the answer cannot even be encrypted.
                yield engine.getHandshakeStatus() != HandshakeStatus.NEED_WRAP;
            }
            default -> true;
        };
    }

    private int receive() throws IOException {
        if (!received.hasRemaining()) {
            received.clear();
        } else {
            received.compact();
        }
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
        }
        int came;
        try {
            came = socket.read(received);
        } finally {
            received.flip();
        }
        if (came < 0 && !engine.isInboundDone()) {
            throw new EOFException("it died, or somebody cut the connection: there was no goodbye of TLS");
        }
        return came;
    }

    @Override
    public boolean write(ByteBuffer source) throws IOException {
        writing.lock();
        try {
            while (true) {
                if (!flush()) {
                    return false;
                }
                boolean owes = engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
                if ((!source.hasRemaining() && !owes) || !encrypt(source)) {
                    return flush();
                }
            }
        } finally {
            unsent = encrypted.hasRemaining();
            writing.unlock();
        }
    }

    private boolean flush() throws IOException {
        return socket.write(encrypted);
    }

    /** Whether there is more that could be encrypted. */
    private boolean encrypt(ByteBuffer source) throws IOException {
        encrypted.clear();
        SSLEngineResult result;
        try {
            result = engine.wrap(source, encrypted);
        } finally {
            encrypted.flip();
        }
        switch (result.getStatus()) {
            case BUFFER_OVERFLOW -> {
                encrypted = ByteBuffer.allocate(2 * encrypted.capacity()).limit(0);
                return true;
            }
            case CLOSED -> {
                if (source.hasRemaining()) {
                    throw new ClosedChannelException();
                }
                return false;
            }
            case OK -> {
                if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                    runTasks();
                }
                boolean stuck = result.bytesConsumed() == 0 && result.bytesProduced() == 0;
                if (stuck && source.hasRemaining()) {
                    throw new SSLException("a second handshake of TLS is not supported");
                }
                return !stuck;
            }
            case BUFFER_UNDERFLOW -> throw new AssertionError("encrypting needs no minimum of bytes");
        }
        throw new AssertionError("a status of TLS that is unknown: " + result);
    }

    @Override
    public int interest() {
        return unsent ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    }

    @Override
    public void awaitReadable(Deadline deadline) throws IOException, InterruptedException {
        if (unsent) {
            boolean unused = write(NOTHING);
        }
        socket.awaitReadable(interest(), deadline);
    }

    @Override
    public void awaitWritable(Deadline deadline) throws IOException, InterruptedException {
        socket.awaitWritable(deadline);
    }

    @Override
    public SocketChannel channel() {
        return socket.channel();
    }

    /** Says goodbye, unless there is no room for it, and hangs up. */
    @Override
    public void close() throws IOException {
        try (socket) {
            if (begun) {
                sayWhy();
            }
        }
    }
}
