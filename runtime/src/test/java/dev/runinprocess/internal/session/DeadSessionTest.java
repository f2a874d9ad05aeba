package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeadSessionTest {
    @TempDir
    private Path base;

    @Test
    void remove_afterTheCreatorsDeath_removesIt() throws IOException {
        OtherJvm creator = OtherJvm.holdingADirectoryIn(base);
        creator.close();

        DeadSession.remove(creator.directory().toString());

        assertThat(base).isEmptyDirectory();
    }

    @Test
    void remove_whileTheCreatorLives_leavesIt() throws IOException {
        try (OtherJvm creator = OtherJvm.holdingADirectoryIn(base)) {
            DeadSession.remove(creator.directory().toString());

            assertThat(creator.directory()).isDirectory();
        }
    }

    @Test
    void remove_ofOneThatIsGone_returns() {
        DeadSession.remove(base.resolve("runinprocess-1-01234567").toString());

        assertThat(base).isEmptyDirectory();
    }
}
