package dev.runinprocess.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenPipesTest {
    @Test
    void pathOf_leadsToThePipe_andLeavesItEmpty() throws IOException {
        Pipe pipe = Pipe.open();
        try (FileOutputStream writer = new FileOutputStream(OpenPipes.pathOf(pipe))) {
            writer.write(42);
            ByteBuffer read = ByteBuffer.allocate(10);
            assertThat(pipe.source().read(read)).isEqualTo(1);
            assertThat(read.get(0)).isEqualTo((byte) 42);
        } finally {
            close(pipe);
        }
    }

    @Test
    void pathOf_amongManyPipes_findsTheRightOne() throws IOException {
        List<Pipe> pipes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pipes.add(Pipe.open());
        }
        Pipe wanted = pipes.get(7);
        wanted.sink().write(ByteBuffer.wrap(new byte[] {}));

        String path = OpenPipes.pathOf(wanted);

        wanted.sink().write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        try (FileInputStream reader = new FileInputStream(path)) {
            assertThat(reader.available()).isEqualTo(3);
        }
        for (Pipe pipe : pipes) {
            close(pipe);
        }
    }

    private static void close(Pipe pipe) throws IOException {
        pipe.sink().close();
        pipe.source().close();
    }
}
