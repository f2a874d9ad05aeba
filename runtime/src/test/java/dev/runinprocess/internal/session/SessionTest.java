package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.AuthKey;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.StartRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionTest {
    private static final int MEMBER = 4711;

    @TempDir
    private Path base;

    private Path temporaryBase;
    private Path sharedBase;
    private Session own;

    @BeforeEach
    void create() throws IOException {
        temporaryBase = Files.createDirectory(base.resolve("tmp"));
        sharedBase = Files.createDirectory(base.resolve("shm"));
        own = Session.create(new SessionSettings(temporaryBase, sharedBase, 16, 256, StartRules.DEFAULT));
    }

    @AfterEach
    void remove() {
        own.remove();
    }

    private Identity member() {
        return new Identity(
                "member",
                MEMBER,
                false,
                false,
                1,
                "main",
                1,
                1,
                16,
                256,
                own.directory().toString(),
                own.sharedDirectory().toString(),
                new AuthKey(new byte[0]),
                List.of(),
                StartRules.DEFAULT);
    }

    @Test
    void create_makesADirectoryInEachBase_andRemoveLeavesNothing() {
        assertThat(own.directory()).isDirectory().hasParent(temporaryBase);
        assertThat(own.sharedDirectory()).isDirectory().hasParent(sharedBase);

        own.remove();

        assertThat(temporaryBase).isEmptyDirectory();
        assertThat(sharedBase).isEmptyDirectory();
    }

    @Test
    void create_withoutASharedBase_usesTheTemporaryOne() {
        Session session = Session.create(
                new SessionSettings(temporaryBase, base.resolve("missing"), 16, 256, StartRules.DEFAULT));

        assertThat(session.sharedDirectory()).isEqualTo(session.directory());
        session.remove();
    }

    @Test
    void create_inABaseThatIsMissing_saysWhichAndHowToNameAnother() {
        Path missing = base.resolve("missing");

        assertThatThrownBy(() -> Session.create(new SessionSettings(missing, sharedBase, 16, 256, StartRules.DEFAULT)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("runinprocess.temporaryDirectory");
    }

    @Test
    void create_withASharedBaseThatIsFull_leavesNothing() throws IOException {
        Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
        Path notADirectory = Path.of("/proc");

        assertThatThrownBy(() ->
                        Session.create(new SessionSettings(elsewhere, notADirectory, 16, 256, StartRules.DEFAULT)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("runinprocess.sharedDirectory");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void newFile_isAnotherOneEachTime() {
        assertThat(own.newFile(".args")).isNotEqualTo(own.newFile(".args"));
    }

    @Test
    void join_givesEachMemberAPlaceOfItsOwn() {
        Session joined = Session.join(member());

        assertThat(joined.newFile(".args").getParent()).isDirectory().hasParent(own.directory());
        assertThat(joined.directory()).isEqualTo(own.directory());

        joined.remove();

        assertThat(own.directory().resolve(Integer.toString(MEMBER))).doesNotExist();
        assertThat(own.directory()).isDirectory();
    }

    @Test
    void join_whereADeadProcessOfTheSameIdLeftFiles_startsAfresh() throws IOException {
        Path leftover = Session.join(member()).newFile(".args");
        Files.createFile(leftover);

        Session joined = Session.join(member());

        assertThat(leftover).doesNotExist();
        assertThat(leftover.getParent()).isDirectory();
        joined.remove();
    }

    @Test
    void forget_removesWhatADeadMemberLeft() throws IOException {
        Path leftover = Session.join(member()).newFile(".args");
        Files.createFile(leftover);

        Session.forget(member());

        assertThat(leftover.getParent()).doesNotExist();
    }

    @Test
    void isGone_afterSomebodyRemovedTheDirectory_isTrue() {
        assertThat(own.isGone()).isFalse();

        DirectoryTree.delete(own.directory());

        assertThat(own.isGone()).isTrue();
    }
}
