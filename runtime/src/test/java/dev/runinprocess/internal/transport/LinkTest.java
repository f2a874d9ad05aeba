package dev.runinprocess.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.internal.protocol.RawFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of a link, in one process; what a death does to fifos is tested with them. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LinkTest {
    @TempDir
    private Path directory;

    private ParentLink parent;

    @BeforeEach
    void create() throws IOException {
        parent = ParentLink.create(new FifoSupply(directory));
    }

    @AfterEach
    void close() {
        parent.close();
    }

    private ChildLink openChild() throws IOException {
        return ChildLink.open(parent.childInputPath(), parent.childOutputPath());
    }

    private static RawFrame frame(int type) {
        return new RawFrame((byte) type, Payload.of(new byte[] {1, 2, 3}));
    }

    @Test
    void frames_goBothWays() throws IOException {
        ChildLink child = openChild();
        parent.settle();

        child.output().write(frame(1));
        parent.output().write(frame(2));

        assertThat(parent.input().read()).extracting(RawFrame::type).isEqualTo((byte) 1);
        assertThat(child.input().read()).extracting(RawFrame::type).isEqualTo((byte) 2);
        child.output().close();
        child.input().close();
    }

    @Test
    void child_closingItsEnds_endsTheParentsReading_andBreaksItsWriting() throws IOException {
        ChildLink child = openChild();
        child.output().write(frame(1));
        assertThat(parent.input().read()).isNotNull();
        parent.settle();

        child.output().close();
        child.input().close();

        assertThat(parent.input().read()).isNull();
        assertThatThrownBy(() -> parent.output().write(frame(2))).isInstanceOf(IOException.class);
    }

    @Test
    void parent_closing_endsTheChildsReading_andBreaksItsWriting() throws IOException {
        ChildLink child = openChild();

        parent.close();

        assertThat(child.input().read()).isNull();
        assertThatThrownBy(() -> child.output().write(frame(2))).isInstanceOf(IOException.class);
    }

    @Test
    void child_thatNeverOpens_isAnEndOfTheLinkOnceItIsSettled() throws IOException {
        parent.settle();

        assertThat(parent.input().read()).isNull();
        assertThatThrownBy(() -> parent.output().write(frame(1))).isInstanceOf(IOException.class);
    }

    @Test
    void child_openingAfterTheParentIsGone_failsAndMakesNoFiles() throws IOException {
        parent.close();

        assertThatThrownBy(this::openChild)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the parent's fifo is gone");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(Files::isRegularFile);
        }
    }

    /** A killed parent leaves the files of its fifos, so opening works, and the link has ended. */
    @Test
    void child_openingFifosThatAParentKilledBeforeLeft_seesTheirEnd() throws IOException {
        ChildLink child = ChildLink.open(madeByMkfifo("a"), madeByMkfifo("b"));

        assertThat(child.input().read()).isNull();
        assertThatThrownBy(() -> child.output().write(frame(1))).isInstanceOf(IOException.class);
    }

    private String madeByMkfifo(String name) throws IOException {
        Path path = directory.resolve(name);
        new ProcessBuilder("mkfifo", path.toString()).start().onExit().join();
        assertThat(path).exists();
        return path.toString();
    }
}
