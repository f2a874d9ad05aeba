package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What happens-before what between two JVMs, in the manner of jcstress: both do their steps at the same time, over and over, and count outcomes that are not allowed.
 *
 * <ul>
 *   <li>Message passing by release and acquire, by an event, by a condition: who sees the message sees what was stored before it was sent; an older value is not allowed.
 *   <li>Counting under a lock: both words are equal, never go back, and lose nothing; anything else is not allowed.
 *   <li>Store buffering under a lock: each stores its word and then reads the other's. That both read old values is not allowed; that one does, or none, is.
 * </ul>
 *
 * <p>Command: {@code mvn -Pstress -pl integration-tests -am verify -Dtest=MemoryModelStressTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class MemoryModelStressTest {
    private static final int ROUNDS = 1_000_000;
    private static final int SLOWER_ROUNDS = 20_000;

    private final Litmus litmus = Litmus.create();

    private static void assertNotAllowedNeverSeen(IntFunction<Call<Long>> role) throws Exception {
        ChildProcess<Long> first = role.apply(0).start();
        ChildProcess<Long> second = role.apply(1).start();
        assertThat(first.get(Duration.ofSeconds(100))).isZero();
        assertThat(second.get(Duration.ofSeconds(100))).isZero();
    }

    @Test
    void messageByRelease_bringsWhatWasStoredBefore() throws Exception {
        assertNotAllowedNeverSeen(role -> PassByReleaseLauncher.call(litmus, role, ROUNDS));
    }

    @Test
    void messageByEvent_bringsWhatWasStoredBefore() throws Exception {
        assertNotAllowedNeverSeen(role -> PassByEventLauncher.call(litmus, role, SLOWER_ROUNDS));
    }

    @Test
    void messageByCondition_bringsWhatWasStoredBefore() throws Exception {
        assertNotAllowedNeverSeen(role -> PassByConditionLauncher.call(litmus, role, SLOWER_ROUNDS));
    }

    @Test
    void lock_keepsWordsTogether() throws Exception {
        assertNotAllowedNeverSeen(role -> CountUnderLockLauncher.call(litmus, role, ROUNDS));
    }

    @Test
    void lock_ordersStoresBeforeLoads() throws Exception {
        assertNotAllowedNeverSeen(role -> StoreAndLoadUnderLockLauncher.call(litmus, role, SLOWER_ROUNDS));
    }
}
