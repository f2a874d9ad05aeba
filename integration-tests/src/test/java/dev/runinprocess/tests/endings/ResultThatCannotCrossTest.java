package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.UseCodec;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class ResultThatCannotCrossTest {
    /** A value that may contain itself. */
    record Box(List<Box> contents) {}

    /** A value of the user's own. */
    record Parcel(int weight) {}

    /** Sends what it does not read again. */
    static final class OneWayCodec implements Codec<Parcel> {
        @Override
        public void write(ValueWriter out, Parcel value) {
            out.writeInt(value.weight());
        }

        @Override
        public Parcel read(ValueReader in) {
            throw new IllegalStateException("too heavy: " + in.readInt());
        }
    }

    /** Sends nothing. */
    static final class RefusingCodec implements Codec<Parcel> {
        @Override
        public void write(ValueWriter out, Parcel value) {
            throw new IllegalArgumentException("will not send " + value);
        }

        @Override
        public Parcel read(ValueReader in) {
            throw new IllegalStateException("nothing is ever sent");
        }
    }

    @RunInProcess
    static Box boxInItself() {
        List<Box> contents = new ArrayList<>();
        Box box = new Box(contents);
        contents.add(box);
        return box;
    }

    @RunInProcess
    @UseCodec(OneWayCodec.class)
    static Parcel unreadable() {
        return new Parcel(70);
    }

    @RunInProcess
    @UseCodec(RefusingCodec.class)
    static Parcel unwritable() {
        return new Parcel(80);
    }

    @Test
    void resultThatContainsItself_isTheChildsFailure() throws Exception {
        Throwable thrown = Endings.thrownBy(
                BoxInItselfLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown).isExactlyInstanceOf(NotTransferableException.class).hasMessageContaining("contains itself");
    }

    @Test
    void resultThatItsCodecRefuses_isTheChildsFailure() throws Exception {
        Throwable thrown = Endings.thrownBy(
                UnwritableLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("will not send Parcel[weight=80]");
    }

    @Test
    void resultThatThrowsAsItIsRead_failsTheCaller_andNotTheChild() throws Exception {
        ChildProcess<Parcel> child =
                UnreadableLauncher.call().options(Endings.QUIET).start();

        Throwable thrown = catchThrowable(() -> child.get(Endings.SOON));

        assertThat(thrown).isExactlyInstanceOf(ExecutionException.class);
        assertThat(thrown.getCause())
                .isExactlyInstanceOf(NotTransferableException.class)
                .hasMessageContaining("too heavy: 70")
                .hasRootCauseInstanceOf(IllegalStateException.class);
        Endings.assertEnded(child, 0);
    }
}
