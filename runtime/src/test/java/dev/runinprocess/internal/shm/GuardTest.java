package dev.runinprocess.internal.shm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The lock for a few stores, and what becomes of them when their owner is dead. */
final class GuardTest {
    private static final int GUARD = 16;
    private static final int COUNT = GUARD + 8;
    private static final int CHANGES = GUARD + 16;

    /** Of a slot that nobody has in this session, and a generation that it has not reached. */
    private static final long DEAD = OwnerWord.ofProcess(200, 77) | 1;

    private final Commons commons = Commons.current();
    private final Place object = commons.allocate(GUARD + Guard.bytes(2));
    private final Words words = object.words();
    private final int at = object.at();
    private final Guard guard = new Guard(object, GUARD);

    @Test
    void changes_countAtTheCommit_andInOtherFilesToo() {
        Place elsewhere = commons.allocate(8);
        while (elsewhere.words() == words) {
            elsewhere = commons.allocate(Arena.FILE_BYTES - 64);
        }

        guard.take();
        guard.stage(8, 5);
        guard.stageAt(elsewhere.address(), 6);
        assertThat(words.plain(at + 8)).isZero();
        guard.commit();
        guard.leave();
        assertThat(words.plain(at + 8)).isEqualTo(5);
        assertThat(elsewhere.words().plain(elsewhere.at())).isEqualTo(6);
        assertThat(words.plain(at + GUARD)).isZero();
    }

    @Test
    void changesOfTheDead_areDoneIfTheyCount_andForgottenIfNot() {
        words.plain(at + CHANGES, at);
        words.plain(at + CHANGES + 8, 9);
        words.plain(at + GUARD, DEAD);
        guard.take();
        guard.leave();
        assertThat(words.plain(at)).isZero();

        words.plain(at + COUNT, 1);
        words.plain(at + GUARD, DEAD);
        guard.take();
        assertThat(words.plain(at)).isEqualTo(9);
        assertThat(words.plain(at + COUNT)).isZero();
        guard.leave();
    }

    @Test
    void guard_excludesThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(threads.submit(() -> {
                for (int j = 0; j < 10_000; j++) {
                    guard.take();
                    guard.stage(0, words.plain(at) + 1);
                    guard.stage(8, words.plain(at + 8) - 1);
                    guard.commit();
                    guard.leave();
                }
            }));
        }
        for (Future<?> each : all) {
            each.get(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(words.plain(at)).isEqualTo(40_000);
        assertThat(words.plain(at + 8)).isEqualTo(-40_000);
    }
}
