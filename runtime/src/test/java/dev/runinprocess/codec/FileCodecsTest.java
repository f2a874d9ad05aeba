package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runinprocess.failure.NotTransferableException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCodecsTest {
    @Test
    void relativePath_staysRelative() {
        assertThat(Crossing.of(Codecs.path(), Path.of("a/../ö"))).isEqualTo(Path.of("a/../ö"));
        assertThat(Crossing.of(Codecs.file(), new File("a/../ö"))).isEqualTo(new File("a/../ö"));
    }

    @Test
    void pathWhoseBytesAreNoText_crossesByteForByte() {
        Path sent = Path.of(URI.create("file:///a/%FF%80b"));
        Path relative = sent.subpath(1, 2);

        assertThat(Crossing.of(Codecs.path(), sent).toUri()).hasToString("file:///a/%FF%80b");
        assertThat(Crossing.of(Codecs.path(), relative)).isEqualTo(relative).isRelative();
    }

    @Test
    void pathOfAnotherFileSystem_isRefused_withWhyAndWhatToDo(@TempDir Path folder) throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path inside = Files.writeString(zip.getPath("/file"), "x");

            assertThatExceptionOfType(NotTransferableException.class)
                    .isThrownBy(() -> Crossing.encode(Codecs.path(), inside))
                    .withMessageContaining("a.zip!/file")
                    .withMessageContaining("not on the default file system")
                    .withMessageContaining("Copy the file out");
        }
    }

    @Test
    void uriOfAnotherFileSystem_inPlaceOfAPath_isRefused() {
        ValueWriter out = new ValueWriter();
        out.writeByte(1);
        out.writeOrdinal(1);
        Codecs.string().write(out, "jar:file:///x.zip!/y");

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(out.toPayload()).read(Codecs.path()));
    }
}
