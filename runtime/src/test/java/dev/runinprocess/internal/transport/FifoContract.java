package dev.runinprocess.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both kinds of fifo promise. Each test that could hang is stopped. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class FifoContract {
    private Fifo fifo;

    abstract Fifo create() throws IOException;

    @BeforeEach
    void open() throws IOException {
        fifo = create();
    }

    @AfterEach
    void close() {
        fifo.close();
    }

    @Test
    void open_withoutAnyPeer_doesNotBlock() throws IOException {
        fifo.openForReading().close();
        fifo.openForWriting().close();
        new FileInputStream(fifo.path()).close();
        new FileOutputStream(fifo.path()).close();
    }

    @Test
    void reader_getsWhatThePeerWrote_andThenItsEnd() throws IOException {
        try (FileInputStream reader = fifo.openForReading()) {
            FileOutputStream peer = new FileOutputStream(fifo.path());
            fifo.close();
            peer.write(42);
            assertThat(reader.read()).isEqualTo(42);
            peer.close();
            assertThat(reader.read()).isEqualTo(-1);
        }
    }

    @Test
    void reader_isToldOfThePeersDeath() throws Exception {
        try (FileInputStream reader = fifo.openForReading()) {
            Process peer = new ProcessBuilder("sh", "-c", "exec >\"$0\"; echo x; read line", fifo.path()).start();
            assertThat(reader.read()).isEqualTo('x');
            assertThat(reader.read()).isEqualTo('\n');
            fifo.close();
            peer.destroyForcibly();
            assertThat(reader.read()).isEqualTo(-1);
        }
    }

    @Test
    void writer_isToldOfThePeersDeath() throws Exception {
        try (FileOutputStream writer = fifo.openForWriting();
                Fifo back = create();
                FileInputStream answers = back.openForReading()) {
            Process peer = new ProcessBuilder(
                            "sh", "-c", "exec 3<\"$0\"; echo x >\"$1\"; read line", fifo.path(), back.path())
                    .start();
            assertThat(answers.read()).isEqualTo('x');
            fifo.close();
            peer.destroyForcibly().waitFor();
            assertThatThrownBy(() -> writer.write(1)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void reader_withoutAPeer_waitsUntilTheFifoIsReleased() throws Exception {
        try (FileInputStream reader = fifo.openForReading()) {
            CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> {
                try {
                    return reader.read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(read).isNotDone();
            fifo.close();
            assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    void writer_withoutAPeer_breaksOnceTheFifoIsReleased() throws IOException {
        try (FileOutputStream writer = fifo.openForWriting()) {
            writer.write(1);
            fifo.close();
            assertThatThrownBy(() -> writer.write(2)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void close_leavesNoPath_andMayBeRepeated() {
        fifo.close();
        fifo.close();
        assertThat(new File(fifo.path())).doesNotExist();
    }
}
