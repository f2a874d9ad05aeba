package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.internal.protocol.ResultFrame;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Stage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL while half of a frame is in the link, either way. */
@ExtendWith(LeavesNothing.class)
class KilledInsideAFrameTest {
    private static final int MANY = 50_000_000;

    /** Says hello, and reads nothing of its arguments. */
    static final class DeafChild {
        private DeafChild() {}

        public static void main(String[] args) throws Exception {
            RawChild unused = RawChild.open(args).sayHello();
            Stage.reachAndStay(Path.of(System.getProperty("marker")));
        }
    }

    /** Writes half of its result. */
    static final class SlowChild {
        private SlowChild() {}

        public static void main(String[] args) throws Exception {
            ByteBuffer half = ByteBuffer.allocate(MANY / 2).order(ByteOrder.LITTLE_ENDIAN);
            half.put(ResultFrame.TYPE).putLong(MANY);
            RawChild unused = RawChild.open(args).sayHello().readOrder().writeBytes(half.array());
            Stage.reachAndStay(Path.of(System.getProperty("marker")));
        }
    }

    private static ChildDiedException deathAfterKill(Class<?> main, byte[] argument, Path marker) throws Exception {
        ChildProcess<byte[]> child = HandMade.call(main, argument)
                .options(Endings.QUIET.systemProperty("marker", marker.toString()))
                .start();
        Await.file(marker);
        Signals.send("KILL", child.pid());
        ChildDiedException died = Endings.deathOf(child);
        assertThat(died.signal()).hasValue(9);
        return died;
    }

    @Test
    void killWhileTheParentWritesArguments_isADeathAtThatStage(@TempDir Path directory) throws Exception {
        ChildDiedException died = deathAfterKill(DeafChild.class, new byte[MANY], directory.resolve("deaf"));

        assertThat(died).hasMessageContaining("while it was handed its arguments");
    }

    @Test
    void killInsideTheResult_isADeathBeforeTheResult(@TempDir Path directory) throws Exception {
        ChildDiedException died = deathAfterKill(SlowChild.class, new byte[1], directory.resolve("slow"));

        assertThat(died).hasMessageContaining("before it returned a result");
    }
}
