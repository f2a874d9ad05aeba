package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LockedDirectoryTest {
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

    @Test
    void create_makesADirectoryThatOnlyThisUserMayEnter() throws IOException {
        assertThat(own.path()).isDirectory().hasParent(base);
        assertThat(own.path().getFileName().toString()).matches(LockedDirectory.NAMES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void create_inABaseThatIsMissing_throws() {
        assertThatThrownBy(() -> LockedDirectory.create(base.resolve("missing")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void create_byAnInterruptedThread_works() throws IOException {
        Thread.currentThread().interrupt();
        try {
            LockedDirectory second = LockedDirectory.create(base);
            assertThat(OtherJvm.removesIfDead(second.path())).isFalse();
            second.remove();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void remove_leavesNothing() throws IOException {
        Files.createDirectories(own.path().resolve("1/2"));
        Files.createFile(own.path().resolve("1/2/3"));

        own.remove();

        assertThat(base).isEmptyDirectory();
    }

    @Test
    void removeIfDead_whileItsCreatorLives_leavesIt() throws IOException {
        try (OtherJvm other = OtherJvm.holdingADirectoryIn(base)) {
            assertThat(LockedDirectory.removeIfDead(other.directory())).isFalse();
            assertThat(other.directory()).isDirectory();
        }
    }

    @Test
    void removeIfDead_afterItsCreatorWasKilled_removesIt() throws IOException {
        OtherJvm other = OtherJvm.holdingADirectoryIn(base);
        other.close();

        assertThat(LockedDirectory.removeIfDead(other.directory())).isTrue();
        assertThat(other.directory()).doesNotExist();
    }

    @Test
    void removeIfDead_inItsCreatorsJvm_neitherRemovesItNorFreesTheLock() throws IOException {
        assertThat(LockedDirectory.removeIfDead(own.path())).isFalse();

        assertThat(OtherJvm.removesIfDead(own.path())).isFalse();
        assertThat(own.path()).isDirectory();
    }

    @Test
    void removeIfDead_onALinkToALivingDirectory_doesNotFreeTheLock() throws IOException {
        Path alias = Files.createSymbolicLink(base.resolve("runinprocess-1-00000000"), own.path());

        assertThat(LockedDirectory.removeIfDead(alias)).isFalse();

        assertThat(OtherJvm.removesIfDead(own.path())).isFalse();
    }

    @Test
    void removeIfDead_withALockFileThatIsALink_doesNotFollowIt() throws IOException {
        Path trap = Files.createDirectory(base.resolve("runinprocess-1-00000000"));
        Files.createSymbolicLink(trap.resolve("lock"), own.path().resolve("lock"));

        assertThat(LockedDirectory.removeIfDead(trap)).isFalse();

        assertThat(OtherJvm.removesIfDead(own.path())).isFalse();
    }

    @Test
    void removeIfDead_byASecondCopyOfTheLibraryInThisJvm_doesNotFreeTheLock() throws Exception {
        URL classes =
                LockedDirectory.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> copy = loader.loadClass(LockedDirectory.class.getName());
            assertThat(copy).isNotSameAs(LockedDirectory.class);
            Method removeIfDead = copy.getDeclaredMethod("removeIfDead", Path.class);
            removeIfDead.setAccessible(true);

            assertThat(removeIfDead.invoke(null, own.path())).isEqualTo(false);
        }

        assertThat(OtherJvm.removesIfDead(own.path())).isFalse();
    }

    @Test
    void removeIfDead_withoutALockFile_finishesWhatSomebodyElseBegan() throws IOException {
        Path half = Files.createDirectory(base.resolve("runinprocess-1-00000000"));
        Files.createFile(half.resolve("fifo-1"));

        assertThat(LockedDirectory.removeIfDead(half)).isTrue();
        assertThat(half).doesNotExist();
    }

    @Test
    void removeIfDead_onOneThatIsGone_saysSo() {
        assertThat(LockedDirectory.removeIfDead(base.resolve("runinprocess-1-00000000")))
                .isTrue();
    }

    @Test
    void removeIfDead_takesTheDeadCompanionAlong() throws IOException {
        Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
        Path companion = deadDirectory(elsewhere);
        Path dead = deadDirectory(base);
        Files.createSymbolicLink(dead.resolve("companion"), companion);

        assertThat(LockedDirectory.removeIfDead(dead)).isTrue();

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(dead).doesNotExist();
    }

    @Test
    void removeIfDead_withACompanionThatIsStillLocked_leavesBothForLater() throws IOException {
        Path dead = deadDirectory(base);
        Files.createSymbolicLink(dead.resolve("companion"), own.path());

        assertThat(LockedDirectory.removeIfDead(dead)).isFalse();

        assertThat(dead).isDirectory();
        assertThat(own.path()).isDirectory();
    }

    @Test
    void removeIfDead_withACompanionThatIsNoneOfOurs_leavesThatAlone() throws IOException {
        Path precious = Files.createDirectory(base.resolve("runinprocess-data"));
        Files.createFile(precious.resolve("file"));
        Path dead = deadDirectory(base);
        Files.createSymbolicLink(dead.resolve("companion"), precious);

        assertThat(LockedDirectory.removeIfDead(dead)).isTrue();

        try (Stream<Path> files = Files.list(precious)) {
            assertThat(files).hasSize(1);
        }
    }

    private static Path deadDirectory(Path base) throws IOException {
        Path dead = Files.createDirectory(base.resolve("runinprocess-1-0000000" + base.getNameCount() % 10));
        Files.createFile(dead.resolve("lock"));
        return dead;
    }
}
