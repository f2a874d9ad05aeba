package dev.runinprocess.internal.park;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class LookoutTest {
    private final Lookout lookout = new Lookout();

    private static <T> T onAnotherThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, "another").start();
        return task.get();
    }

    @Test
    void firstToAsk_isTheOne_forAsLongAsItStays() throws Exception {
        assertThat(lookout.isMine()).isTrue();
        assertThat(lookout.isMine()).isTrue();
        assertThat(onAnotherThread(lookout::isMine)).isFalse();

        assertThat(lookout.leave()).isTrue();
        assertThat(onAnotherThread(lookout::isMine)).isTrue();
        assertThat(lookout.isMine()).isFalse();
    }

    @Test
    void whoLeaves_learnsWhetherNobodyIsTheOne() throws Exception {
        assertThat(lookout.leave()).isTrue();
        assertThat(lookout.isMine()).isTrue();
        assertThat(onAnotherThread(lookout::leave)).isFalse();
        assertThat(lookout.isMine()).isTrue();
    }
}
