package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class StackOverflowTest {
    @RunInProcess
    static int recurse(int depth) {
        return depth < 0 ? 0 : recurse(depth + 1) + 1;
    }

    @Test
    void stackOverflowError_isAnExceptionLikeAnyOther() throws Exception {
        Throwable thrown =
                Endings.thrownBy(RecurseLauncher.call(0).options(Endings.QUIET).start());

        assertThat(thrown).isExactlyInstanceOf(StackOverflowError.class);
        assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("recurse");
    }
}
