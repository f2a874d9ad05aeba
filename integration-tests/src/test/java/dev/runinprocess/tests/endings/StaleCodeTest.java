package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.failure.IncompatibleChildException;
import dev.runinprocess.internal.protocol.HelloFrame;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.ChildMain;
import dev.runinprocess.link.EntryPoint;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A child whose code was built at another time than the launcher. */
@ExtendWith(LeavesNothing.class)
class StaleCodeTest {
    /** As generated before the method got its second parameter. */
    static final class OlderEntryPoint implements EntryPoint<byte[]> {
        private OlderEntryPoint() {}

        public static void main(String[] args) throws Throwable {
            ChildMain.run(new OlderEntryPoint(), args);
        }

        @Override
        public String signature() {
            return "byte[] HandMade.echo()";
        }

        @Override
        public String fingerprint() {
            return "fedcba9876543210";
        }

        @Override
        public BoundTask<byte[]> read(ValueReader in) {
            throw new AssertionError("an order came although the fingerprint is another");
        }
    }

    /** A child of a library that speaks the next version of the protocol. */
    static final class NewerChild {
        private NewerChild() {}

        public static void main(String[] args) throws Exception {
            RawChild unused = RawChild.open(args).sayHello(HelloFrame.CURRENT_VERSION + 1);
            new CountDownLatch(1).await();
        }
    }

    @Test
    void olderEntryPoint_isRefusedWithBothSignatures() throws Exception {
        ChildDiedException died = Endings.deathOf(
                HandMade.call(OlderEntryPoint.class, new byte[1]).start());

        assertThat(died)
                .isExactlyInstanceOf(IncompatibleChildException.class)
                .hasMessageContaining("byte[] HandMade.echo(byte[] bytes) [0123456789abcdef]")
                .hasMessageContaining("byte[] HandMade.echo() [fedcba9876543210]")
                .hasMessageContaining("rebuild");
        assertThat(died.exitCode()).isEqualTo(137);
    }

    @Test
    void otherVersionOfTheProtocol_isRefusedWithBothVersions() throws Exception {
        ChildDiedException died =
                Endings.deathOf(HandMade.call(NewerChild.class, new byte[1]).start());

        assertThat(died)
                .isExactlyInstanceOf(IncompatibleChildException.class)
                .hasMessageContaining("its protocol is " + (HelloFrame.CURRENT_VERSION + 1))
                .hasMessageContaining("ours is " + HelloFrame.CURRENT_VERSION);
        assertThat(died.exitCode()).isEqualTo(137);
    }
}
