package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JVMs of workers take of the machine, as they tell themselves. */
final class ShareOfTheMachineTest {
    private static final String PROPERTY = "runinprocess.machineShare";

    /** What a worker's JVM is like. */
    record Jvm(long maxHeapBytes, int processors, List<String> options) {}

    @RunInProcess
    static Jvm look() {
        return new Jvm(
                Runtime.getRuntime().maxMemory(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    private static Jvm worker(int workers, ProcessOptions options) throws Exception {
        try (ProcessPool pool =
                ProcessPool.builder().workers(workers).options(options).start()) {
            return pool.call(LookLauncher.call());
        }
    }

    private static long memoryBytes() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    @Test
    void heapsOfAllWorkers_fitIntoTheMachine_andTheirTasksSeeAllProcessors() throws Exception {
        int workers = 5;

        Jvm worker = worker(workers, ProcessOptions.defaults());

        assertThat(workers * worker.maxHeapBytes()).isLessThan(memoryBytes() * 8 / 10);
        assertThat(worker.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(worker.options()).anyMatch(option -> option.startsWith("-XX:InitialRAMPercentage="));
    }

    @Test
    void heapThatTheUserChose_isTheOneThatWorkersHave() throws Exception {
        Jvm worker = worker(5, ProcessOptions.defaults().maxHeap("70m"));

        assertThat(worker.maxHeapBytes()).isBetween(60L << 20, 70L << 20);
        assertThat(worker.options()).noneMatch(option -> option.contains("RAMPercentage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:ConcGCThreads=4", "-Xint"})
    void optionsOfTheUser_areNeverContradicted(String option) throws Exception {
        String[] options = option.startsWith("-XX:Conc")
                ? new String[] {option, "-XX:ParallelGCThreads=4"}
                : new String[] {option};

        assertThat(worker(2, ProcessOptions.defaults().jvmArgs(options)).options())
                .contains(options);
    }

    @Test
    void workersAreLeftToThemselves_whereThatIsAsked() throws Exception {
        System.setProperty(PROPERTY, "off");
        try {
            assertThat(worker(5, ProcessOptions.defaults()).options())
                    .noneMatch(option -> option.contains("RAMPercentage") || option.contains("GCThreads"));
        } finally {
            System.clearProperty(PROPERTY);
        }
    }
}
