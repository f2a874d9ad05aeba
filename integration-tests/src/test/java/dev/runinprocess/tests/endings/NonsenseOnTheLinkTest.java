package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.protocol.FailureFrame;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A child whose memory is damaged, or that is no child of this library: it is ended, and its caller told. */
@ExtendWith(LeavesNothing.class)
class NonsenseOnTheLinkTest {
    /** Talks of something else. */
    static final class Stranger {
        private Stranger() {}

        public static void main(String[] args) throws Exception {
            byte[] bytes = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            RawChild unused = RawChild.open(args).writeBytes(bytes);
            new CountDownLatch(1).await();
        }
    }

    /** Says a first frame of a known length that is no hello. */
    static final class Impolite {
        private Impolite() {}

        public static void main(String[] args) throws Exception {
            RawChild unused = RawChild.open(args).write(new RawFrame((byte) 1, Payload.of(new byte[100])));
            new CountDownLatch(1).await();
        }
    }

    /** Sends a frame that nobody knows. */
    static final class Inventor {
        private Inventor() {}

        public static void main(String[] args) throws Exception {
            RawChild unused =
                    RawChild.open(args).sayHello().readOrder().write(new RawFrame((byte) 77, Payload.empty()));
            new CountDownLatch(1).await();
        }
    }

    /** Says that the task threw, and not what. */
    static final class Mumbler {
        private Mumbler() {}

        public static void main(String[] args) throws Exception {
            RawChild unused = RawChild.open(args)
                    .sayHello()
                    .readOrder()
                    .write(new RawFrame(FailureFrame.TYPE, Payload.of(new byte[] {1, 2, 3})));
            new CountDownLatch(1).await();
        }
    }

    private static ChildDiedException deathOf(Class<?> main) throws InterruptedException {
        ChildDiedException died =
                Endings.deathOf(HandMade.call(main, new byte[1]).start());
        assertThat(died.exitCode()).isEqualTo(137);
        return died;
    }

    @Test
    void firstBytesOfSomethingElse_areNoHello() throws Exception {
        assertThat(deathOf(Stranger.class)).hasMessageContaining("before it reached its entry point");
    }

    @Test
    void firstFrameOfSomethingElse_isNoHello() throws Exception {
        assertThat(deathOf(Impolite.class)).hasMessageContaining("its first frame is no hello");
    }

    @Test
    void frameOfUnknownType_endsTheChild() throws Exception {
        assertThat(deathOf(Inventor.class)).hasMessageContaining("unknown type: type=77");
    }

    @Test
    void failureThatCannotBeRead_endsTheChild() throws Exception {
        ChildProcess<byte[]> child = HandMade.call(Mumbler.class, new byte[1]).start();

        assertThat(catchThrowable(() -> child.get(Endings.SOON))).hasCauseInstanceOf(NotTransferableException.class);
        Endings.assertEnded(child, 137);
    }
}
