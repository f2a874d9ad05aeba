package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of arguments. */
@ExtendWith(LeavesNothing.class)
class ArgumentLifeTest {
    /** May contain itself. */
    record Bag(List<Bag> contents) {}

    @RunInProcess
    static void take(byte[] many, Path marker) throws InterruptedException {
        String unused = Tasks.stay(marker);
    }

    @RunInProcess
    static int count(List<Integer> numbers) {
        return numbers.size();
    }

    @RunInProcess
    static int weigh(Bag bag) {
        return bag.contents().size();
    }

    @Test
    void arguments_areCollectable_onceTheChildIsStarted(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("here");
        byte[] many = new byte[1_000_000];
        WeakReference<byte[]> seen = new WeakReference<>(many);
        ChildProcess<Void> child = TakeLauncher.start(many, marker);
        many = new byte[0];
        assertThat(many).isEmpty();
        Await.file(marker);

        Await.until("the argument was collected", () -> {
            System.gc();
            return seen.refersTo(null);
        });

        child.kill();
        child.join();
    }

    @Test
    void changeAfterTheStart_isNotSeenByTheChild() throws Exception {
        List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3));
        ChildProcess<Integer> child = CountLauncher.start(numbers);
        numbers.clear();

        assertThat(child.get()).isEqualTo(3);
        child.join();
    }

    @Test
    void argumentThatCannotCross_failsTheCaller_andMayBeMended() throws Exception {
        List<Bag> contents = new ArrayList<>();
        Bag bag = new Bag(contents);
        contents.add(bag);
        ChildProcess<Integer> process = WeighLauncher.process(bag);

        assertThatThrownBy(process::start)
                .isExactlyInstanceOf(NotTransferableException.class)
                .hasMessageContaining("contains itself");
        assertThat(process.isAlive()).isFalse();
        contents.clear();

        assertThat(process.start().get()).isZero();
        process.join();
    }
}
