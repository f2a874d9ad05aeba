package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.StartMethod;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Spares;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The choice of the way in which children start. */
@ExtendWith(LeavesNothing.class)
final class StartMethodTest {
    private final StartMethod before = Processes.startMethod();
    private final Spares spares = new Spares();

    @AfterEach
    void restore() {
        Processes.setStartMethod(before);
    }

    @ParameterizedTest
    @EnumSource
    @Conformance("TestStartMethod.test_set_get")
    void default_thatIsSet_isReadHereAndInChildren(StartMethod method) throws Exception {
        Processes.setStartMethod(method);

        assertThat(Processes.startMethod()).isEqualTo(method);
        assertThat(FindLauncher.start("method").get()).isEqualTo(method.name());
        assertThat(FindLauncher.start("method").get()).isEqualTo(method.name());
    }

    @ParameterizedTest
    @EnumSource
    @Conformance("TestStartMethod.test_context")
    void methodOfALaunch_leavesTheDefaultAlone(StartMethod method) throws Exception {
        ProcessOptions options = ProcessOptions.defaults().startMethod(method);

        assertThat(FindLauncher.call("method").options(options).start().get()).isEqualTo(before.name());
        assertThat(Processes.startMethod()).isEqualTo(before);
    }

    @Test
    @Conformance("TestStartMethod.test_get_all_start_methods")
    void methods_areTwo_theDefaultFirst() {
        assertThat(StartMethod.values()).containsExactly(StartMethod.SPAWN, StartMethod.STANDBY);
    }

    @Test
    @SuppressWarnings("NullAway") // What a user without a checker for null may do.
    void noMethod_isRefused() {
        assertThatThrownBy(() -> Processes.setStartMethod(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ProcessOptions.defaults().startMethod(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    @Conformance("TestStartMethod.test_mixed_startmethod")
    void queue_goesToChildrenOfBothMethods() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Codecs.intValue());
        PutOneLauncher.call(queue).options(spares.options()).start().get();
        Set<Long> waiting = spares.await(2);

        long ahead =
                PutOneLauncher.call(queue).options(spares.options()).start().get();
        PutOneLauncher.call(queue)
                .options(spares.options().startMethod(StartMethod.SPAWN))
                .start()
                .get();

        assertThat(waiting).contains(ahead);
        assertThat(queue.take() + queue.take() + queue.take()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    @Conformance("TestStartMethod.test_nested_startmethod")
    void queue_goesOnToAGrandchild(StartMethod nested) throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Codecs.intValue());
        IncrementLauncher.call(1).options(spares.options()).start().get();
        spares.await(2);

        PutAndPassOnLauncher.call(queue, nested, 2)
                .options(spares.options())
                .start()
                .get();

        assertThat(queue.take()).isEqualTo(2);
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.poll()).isNull();
    }

    @Test
    @Conformance("_TestProcess.test_forkserver_auth_is_enabled")
    @Conformance("_TestProcess.test_forkserver_without_auth_fails")
    void spareThatKnowsAnotherSecret_failsTheLaunch_andTheNextIsDone() throws Exception {
        IncrementLauncher.call(1).options(spares.options()).start().join();
        Set<Long> waiting = spares.await(2);
        byte[] secret = secretOf(waiting);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(16);
        secret[0] ^= 1;

        assertThatThrownBy(() -> {
                    // One of the two at the most is the one with the wrong secret.
                    for (int i = 0; i < 2; i++) {
                        IncrementLauncher.call(1)
                                .options(spares.options())
                                .start()
                                .get();
                    }
                })
                .isInstanceOf(LaunchException.class)
                .hasCauseInstanceOf(AuthenticationException.class);

        ChildProcess<Integer> next =
                IncrementLauncher.call(1).options(spares.options()).start();
        assertThat(next.get()).isEqualTo(2);
        next.join();
        assertThat(next.exitCode()).hasValue(0);
        spares.await(2);
    }

    /** What this process keeps of one of them. No outsider gets it, so this looks inside. */
    private static byte[] secretOf(Set<Long> pids) throws ReflectiveOperationException {
        Class<?> pool = Class.forName("dev.runinprocess.internal.launch.Spares");
        for (Object spare : (Collection<?>) valueOf(pool, "ALL", pool)) {
            Object jvm = valueOf(spare.getClass(), "jvm", spare);
            Process process = (Process) valueOf(jvm.getClass(), "process", jvm);
            if (pids.contains(process.pid())) {
                Object secret = valueOf(spare.getClass(), "secret", spare);
                return (byte[]) valueOf(secret.getClass(), "bytes", secret);
            }
        }
        throw new AssertionError("no spare is one of " + pids);
    }

    private static Object valueOf(Class<?> type, String name, Object owner) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
