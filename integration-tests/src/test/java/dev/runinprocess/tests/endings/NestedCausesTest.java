package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class NestedCausesTest {
    private static final int DEEPER_THAN_ANYBODY_READS = 1000;

    @RunInProcess
    static void throwWithCauses() {
        IOException root = new IOException("disk", new InterruptedException("cable"));
        throw new IllegalStateException("cannot save", new UncheckedIOException("of the file", root));
    }

    @RunInProcess
    static void throwCircle() throws Exception {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        throw one;
    }

    @RunInProcess
    static void throwDeepChain() {
        RuntimeException chain = new RuntimeException("bottom");
        for (int i = 0; i < DEEPER_THAN_ANYBODY_READS; i++) {
            chain = new RuntimeException("level " + i, chain);
        }
        throw chain;
    }

    @Test
    void causes_arriveEachAsItsOwnClass() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowWithCausesLauncher.call().options(Endings.QUIET).start());

        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            chain.add(each);
        }
        assertThat(chain)
                .extracting(Throwable::toString)
                .containsExactly(
                        "java.lang.IllegalStateException: cannot save",
                        "java.io.UncheckedIOException: of the file",
                        "java.io.IOException: disk",
                        "java.lang.InterruptedException: cable");
        assertThat(chain)
                .allSatisfy(each ->
                        assertThat(each.getStackTrace()[0].getMethodName()).isEqualTo("throwWithCauses"));
    }

    @Test
    void causesInACircle_arriveOnceEach() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowCircleLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown).hasMessage("one");
        assertThat(thrown.getCause()).hasMessage("two").hasNoCause();
    }

    @Test
    void veryDeepChain_isCut() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowDeepChainLauncher.call().options(Endings.QUIET).start());

        int depth = 0;
        for (Throwable each = thrown; each.getCause() != null; each = each.getCause()) {
            depth++;
        }
        assertThat(depth).isEqualTo(100);
    }
}
