package dev.runinprocess.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamedFifoTest extends FifoContract {
    @TempDir
    private Path directory;

    private FifoSupply supply;

    @BeforeEach
    @Override
    void open() throws IOException {
        supply = new FifoSupply(directory);
        super.open();
    }

    @Override
    Fifo create() throws IOException {
        Fifo fifo = supply.take();
        assertThat(fifo).isInstanceOf(NamedFifo.class);
        return fifo;
    }

    @Test
    void at_whereNothingIs_refusesAndMakesNothing() {
        File missing = directory.resolve("missing").toFile();

        assertThatThrownBy(() -> NamedFifo.at(missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("removed the fifo");
        assertThat(missing).doesNotExist();
    }

    @Test
    void at_anOrdinaryFile_refusesAndLeavesItAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "precious");

        assertThatThrownBy(() -> NamedFifo.at(file.toFile())).isInstanceOf(IOException.class);
        assertThat(file).hasContent("precious");
    }
}
