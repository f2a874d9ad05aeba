package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SweeperTest {
    private static final int NOBODY = 65534;

    @TempDir
    private Path base;

    private LockedDirectory own;

    @BeforeEach
    void create() throws IOException {
        own = LockedDirectory.create(base);
    }

    @AfterEach
    void remove() {
        own.remove();
    }

    private void sweep(Path... bases) {
        Sweeper.start(own.path(), bases).await(Duration.ofSeconds(30));
    }

    private Path dead(String name) throws IOException {
        Path directory = Files.createDirectory(base.resolve(name));
        Files.createFile(directory.resolve("lock"));
        Files.createFile(directory.resolve("fifo-1"));
        return directory;
    }

    @Test
    void sweep_removesTheDirectoryOfAKilledProcess() throws IOException {
        Path killed;
        try (OtherJvm other = OtherJvm.holdingADirectoryIn(base)) {
            killed = other.directory();
        }

        sweep(base);

        assertThat(killed).doesNotExist();
        assertThat(own.path()).isDirectory();
    }

    @Test
    void sweep_leavesTheDirectoriesOfTheLivingAlone() throws IOException {
        LockedDirectory second = LockedDirectory.create(base);
        try (OtherJvm other = OtherJvm.holdingADirectoryIn(base)) {
            sweep(base);
            sweep(base);

            assertThat(other.directory()).isDirectory();
            assertThat(own.path()).isDirectory();
            assertThat(second.path()).isDirectory();
            assertThat(OtherJvm.removesIfDead(own.path())).isFalse();
        }
        second.remove();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runinprocess-data",
                "runinprocess-1-abc",
                "runinprocess-1-0123456789",
                "runinprocess-1-0123456G",
                "runinprocess-x-01234567",
                "runinprocess--01234567",
                "runinprocess-1-01234567.bak",
                "runinprocess",
                "my-runinprocess-1-01234567",
                "..runinprocess-1-01234567"
            })
    void sweep_leavesWhatOnlyLooksLikeOursAlone(String name) throws IOException {
        Path foreign = dead(name);

        sweep(base);

        assertThat(foreign.resolve("fifo-1")).exists();
    }

    @Test
    void sweep_leavesAFileNamedLikeOursAlone() throws IOException {
        Path file = Files.createFile(base.resolve("runinprocess-1-01234567"));

        sweep(base);

        assertThat(file).exists();
    }

    @Test
    void sweep_leavesALinkNamedLikeOursAndItsTargetAlone() throws IOException {
        Path precious = dead("precious");
        Path link = Files.createSymbolicLink(base.resolve("runinprocess-1-01234567"), precious);

        sweep(base);

        assertThat(link).exists();
        assertThat(precious.resolve("fifo-1")).exists();
    }

    @Test
    void sweep_ofADeadDirectoryWithLinks_doesNotFollowThem() throws IOException {
        Path precious = Files.createFile(
                Files.createDirectory(base.resolve("elsewhere")).resolve("precious"));
        Path dead = dead("runinprocess-1-01234567");
        Files.createSymbolicLink(dead.resolve("link"), precious.getParent());

        sweep(base);

        assertThat(dead).doesNotExist();
        assertThat(precious).exists();
    }

    @Test
    void sweep_removesAHiddenDirectoryOnlyWhenItIsOld() throws IOException {
        Path young = dead(".runinprocess-1-01234567");
        Path old = dead(".runinprocess-2-01234567");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        sweep(base);

        assertThat(young).isDirectory();
        assertThat(old).doesNotExist();
    }

    /** As root, who may do anything to the directories of others; as another user, who finds a locked door. */
    @Test
    void sweep_leavesTheDirectoryOfAnotherUserAlone() throws IOException {
        Path foreign = dead("runinprocess-1-01234567");
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(own.path(), "unix:uid"));
        if (root) {
            Files.setAttribute(foreign, "unix:uid", NOBODY);
        } else {
            Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("---------"));
        }

        sweep(base);

        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwx------"));
        assertThat(foreign.resolve("fifo-1")).exists();
    }

    @Test
    void sweep_ofABaseThatIsMissing_goesOnWithTheNext() throws IOException {
        Path dead = dead("runinprocess-1-01234567");

        sweep(base.resolve("missing"), base);

        assertThat(dead).doesNotExist();
    }

    @Test
    void sweep_findsTheCompanionInAnotherBase() throws IOException {
        Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
        Path companion = Files.createDirectory(elsewhere.resolve("runinprocess-1-89abcdef"));
        Files.createFile(companion.resolve("lock"));
        Files.createSymbolicLink(dead("runinprocess-1-01234567").resolve("companion"), companion);

        sweep(base);

        assertThat(elsewhere).isEmptyDirectory();
    }
}
