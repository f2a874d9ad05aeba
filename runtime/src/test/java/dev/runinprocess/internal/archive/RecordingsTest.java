package dev.runinprocess.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingsTest {
    private static final int MAX = 3;
    private static final int MANY = 10;

    private final Recordings recordings = new Recordings();

    @Test
    void mainClass_hasOneAtATime_andOthersHaveTheirs() {
        assertThat(recordings.begin("A")).isTrue();
        assertThat(recordings.begin("A")).isFalse();
        assertThat(recordings.begin("B")).isTrue();
    }

    @Test
    void mainClassThatGetsIntoNoList_isGivenUp() {
        for (int i = 0; i < MAX; i++) {
            assertThat(recordings.begin("A")).isTrue();
            recordings.end("A");
        }
        assertThat(recordings.begin("A")).isFalse();
    }

    @Test
    void recordingThatNobodyHadTimeFor_doesNotCount() {
        for (int i = 0; i < MANY; i++) {
            assertThat(recordings.begin("A")).isTrue();
            recordings.endInVain("A");
        }
    }

    @Test
    void workshopThatIsBusy_saysSo(@TempDir Path directory) throws InterruptedException {
        ClassList list = ClassList.of(new ArchiveJob("key", List.of(), List.of("none.jar")), List.of("A"));
        CountDownLatch ended = new CountDownLatch(1);
        assertThat(Workshop.order(directory, list, success -> ended.countDown()))
                .isTrue();

        assertThat(Workshop.order(directory, list, success -> {})).isFalse();

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }
}
