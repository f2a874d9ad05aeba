package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Daemon;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The annotation's attributes, and the options of a launch over them. */
@ExtendWith(LeavesNothing.class)
class AttributesTest {
    @RunInProcess(
            launcher = "EverythingSetLauncher",
            name = "worker",
            daemon = Daemon.YES,
            maxHeap = "48m",
            jvmArgs = {"-Dtest.origin=annotation", "-Dtest.kept=yes"},
            timeout = "1m")
    static List<String> describe() {
        List<String> facts = new ArrayList<>();
        facts.add(Processes.current().name());
        facts.add("daemon=" + Processes.current().isDaemon());
        facts.add("heap<=48m=" + (Runtime.getRuntime().maxMemory() <= 48L << 20));
        facts.add(System.getProperty("test.origin") + "," + System.getProperty("test.kept"));
        return facts;
    }

    @RunInProcess(timeout = "200ms")
    static void tooSlow() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @RunInProcess(daemon = Daemon.NO)
    static List<String> inputArguments() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    @Test
    void attributes_areDefaultsOfEachLaunch() throws Exception {
        ChildProcess<List<String>> child = EverythingSetLauncher.start();

        assertThat(child.name()).isEqualTo("worker");
        assertThat(child.isDaemon()).isTrue();
        assertThat(child.get()).containsExactly("worker", "daemon=true", "heap<=48m=true", "annotation,yes");
        child.join();
    }

    @Test
    void optionsOfALaunch_overrideAttributes() throws Exception {
        ProcessOptions options = ProcessOptions.defaults()
                .name("special")
                .daemon(false)
                .maxHeap("96m")
                .jvmArgs("-Dtest.origin=option")
                .timeout(Duration.ofMinutes(2));
        ChildProcess<List<String>> child =
                EverythingSetLauncher.call().options(options).start();

        assertThat(child.name()).isEqualTo("special");
        assertThat(child.isDaemon()).isFalse();
        assertThat(child.get()).containsExactly("special", "daemon=false", "heap<=48m=false", "option,yes");
        child.join();
    }

    @Test
    void optionsByTheBuilder_overrideAttributes() throws Exception {
        ChildProcess<List<String>> child = EverythingSetLauncher.with()
                .options(ProcessOptions.defaults().name("built"))
                .start();

        assertThat(child.name()).isEqualTo("built");
        child.join();
    }

    @Test
    void timeoutOfALaunch_overridesTheAttribute() throws Exception {
        ChildProcess<Void> child = TooSlowLauncher.call()
                .options(Quiet.OPTIONS.timeout(Duration.ofMinutes(1)))
                .start();

        assertThat(child.join(Duration.ofMillis(600))).isFalse();
        child.kill();
        child.join();
    }

    @Test
    void launchWithoutHeap_hasTheJvmsOwnChoice_andDaemonNoIsNoDaemon() throws Exception {
        ChildProcess<List<String>> child = InputArgumentsLauncher.start();

        assertThat(child.isDaemon()).isFalse();
        assertThat(child.get()).noneMatch(option -> option.startsWith("-Xmx"));
        child.join();
    }
}
