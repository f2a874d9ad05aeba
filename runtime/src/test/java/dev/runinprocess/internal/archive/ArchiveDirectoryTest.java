package dev.runinprocess.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.internal.os.UserId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveDirectoryTest {
    private static final int MORE_THAN_MAY_BE = 40;
    private static final int MAY_BE = 32;
    private static final int STRANGER = 4321;

    @TempDir
    Path base;

    private ArchiveDirectory prepared() throws IOException {
        ArchiveDirectory directory = new ArchiveDirectory(base.resolve("deep/cache"));
        directory.prepare();
        return directory;
    }

    private static ArchiveFile add(ArchiveDirectory directory, String name, long usedMillis) throws IOException {
        ArchiveFile file = directory.finished(name);
        Files.write(file.archive(), new byte[10]);
        ArchiveJob job = new ArchiveJob(name, List.of(), List.of("a.jar"));
        ClassList.of(job, List.of("A")).sealed(Seal.of(file.archive())).write(file.list());
        Files.setLastModifiedTime(file.archive(), FileTime.fromMillis(usedMillis));
        return file;
    }

    @Test
    void directory_isMadeForThisUserAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(prepared().path())))
                .isEqualTo("rwx------");
    }

    @Test
    void directory_openToOthers_isRefused() throws IOException {
        ArchiveDirectory directory = prepared();
        Files.setPosixFilePermissions(directory.path(), PosixFilePermissions.fromString("rwxrwx---"));

        assertThat(directory.isTrusted()).isFalse();
        assertThatThrownBy(directory::prepare).hasMessageContaining("mode 700");
    }

    @Test
    void directory_ofAnotherUser_isRefused() throws IOException {
        Assumptions.assumeTrue(UserId.current() == 0, "only root can give files away");
        ArchiveDirectory directory = prepared();
        Files.setAttribute(directory.path(), "unix:uid", STRANGER);

        assertThat(directory.isTrusted()).isFalse();
    }

    @Test
    void archive_ofAnotherUser_isNotUsable() throws IOException {
        Assumptions.assumeTrue(UserId.current() == 0, "only root can give files away");
        ArchiveFile file = add(prepared(), "a", 1);
        assertThat(file.usable()).isPresent();

        Files.setAttribute(file.archive(), "unix:uid", STRANGER);

        assertThat(file.usable()).isEmpty();
    }

    @Test
    void archives_usedLeastLately_goFirst() throws IOException {
        ArchiveDirectory directory = prepared();
        for (int i = 0; i < MORE_THAN_MAY_BE; i++) {
            ArchiveFile unused = add(directory, "a" + i, 1000L * i);
        }

        directory.evict();

        try (var left = Files.list(directory.path())) {
            assertThat(left).hasSize(2 * MAY_BE);
        }
        assertThat(directory.finished("a" + (MORE_THAN_MAY_BE - 1)).usable()).isPresent();
        assertThat(directory.finished("a0").list()).doesNotExist();
    }

    @Test
    void archives_areBoundedInBytes() throws IOException {
        ArchiveDirectory directory = prepared();
        for (int i = 0; i < 3; i++) {
            ArchiveFile file = add(directory, "a" + i, 1000L * i);
            try (var sparse = new RandomAccessFile(file.archive().toFile(), "rw")) {
                sparse.setLength(300L << 20);
            }
            Files.setLastModifiedTime(file.archive(), FileTime.fromMillis(1000L * i));
        }

        directory.evict();

        assertThat(directory.finished("a2").archive()).exists();
        assertThat(directory.finished("a1").archive()).doesNotExist();
        assertThat(directory.finished("a0").archive()).doesNotExist();
    }

    @Test
    void refusal_countsForADay() throws IOException {
        ArchiveDirectory directory = prepared();
        assertThat(directory.isRefused("a")).isFalse();
        directory.refuse("a");
        assertThat(directory.isRefused("a")).isTrue();

        Path refusal = directory.path().resolve("a.refused");
        Files.setLastModifiedTime(refusal, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        assertThat(directory.isRefused("a")).isFalse();

        directory.refuse("a");
        assertThat(directory.isRefused("a")).isTrue();
    }

    @Test
    void unfinished_goes_andNothingElse() throws IOException {
        ArchiveDirectory directory = prepared();
        ArchiveFile finished = add(directory, "a", 1);
        Files.write(directory.unfinished("b").archive(), new byte[1]);

        directory.removeUnfinished();

        assertThat(directory.unfinished("b").archive()).doesNotExist();
        assertThat(finished.usable()).isPresent();
    }
}
