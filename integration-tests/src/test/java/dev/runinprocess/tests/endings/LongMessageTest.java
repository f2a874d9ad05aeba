package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Output;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class LongMessageTest {
    private static final int TEN_MILLION = 10_000_000;

    @RunInProcess
    static void throwLongMessage(int length) {
        throw new IllegalStateException("ä".repeat(length));
    }

    @Test
    void messageOfTenMillionCharacters_arrivesWhole() throws Exception {
        Throwable thrown = Endings.thrownBy(ThrowLongMessageLauncher.call(TEN_MILLION)
                .options(Endings.QUIET.stderr(Output.discard()))
                .start());

        assertThat(thrown).isExactlyInstanceOf(IllegalStateException.class);
        // Not hasMessage: nobody wants to read the difference.
        assertThat("ä".repeat(TEN_MILLION).equals(thrown.getMessage())).isTrue();
    }
}
