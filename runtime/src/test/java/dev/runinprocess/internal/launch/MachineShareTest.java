package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MachineShareTest {
    private static final String FIRST_HEAP = "-XX:InitialRAMPercentage=";
    private static final String LARGEST_HEAP = "-XX:MaxRAMPercentage=";
    private static final String COLLECTORS = "-XX:ParallelGCThreads=";
    private static final String COMPILERS = "-XX:CICompilerCount=";

    private static final long GIB = 1L << 30;

    private static List<String> of(int sharers, int processors, String... others) {
        return MachineShare.options(sharers, processors, 24 * GIB, List.of(others));
    }

    private static List<String> onLarge(int sharers, long gigabytes) {
        return MachineShare.options(sharers, 64, gigabytes * GIB, List.of());
    }

    private static double valueOf(String option, List<String> options) {
        return options.stream()
                .filter(given -> given.startsWith(option))
                .mapToDouble(given -> Double.parseDouble(given.substring(option.length())))
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void childByItself_isLeftToTheJvm() {
        assertThat(of(1, 64)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 18.75", "8, 9.375", "15, 5", "64, 5"})
    void largestHeaps_fitIntoThreeQuarters_andEachHasATwentieth(int sharers, double percent) {
        assertThat(valueOf(LARGEST_HEAP, of(sharers, 2))).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void heapOfAFew_isAsLargeAsTheJvmWouldHaveIt(int sharers) {
        assertThat(of(sharers, 2)).noneMatch(option -> option.startsWith(LARGEST_HEAP));
    }

    /** To name any percentage is to take it of all memory, and then a quarter would be a heap with long references. */
    @ParameterizedTest
    @CsvSource({"2, 120", "2, 256", "3, 512", "2, 2048"})
    void heapOfAFewOnALargeMachine_isAsLargeAsAJvmWouldHaveItByItself(int sharers, long gigabytes) {
        assertThat(valueOf(LARGEST_HEAP, onLarge(sharers, gigabytes)) / 100 * gigabytes)
                .isCloseTo(29.75, Offset.offset(0.1));
        assertThat(valueOf(FIRST_HEAP, onLarge(sharers, gigabytes)) / 100 * gigabytes)
                .isCloseTo(1.859 / sharers, Offset.offset(0.1));
    }

    @Test
    void heapsOfManyOnALargeMachine_arePartsOfWhatOneJvmTakesAPartOf() {
        assertThat(valueOf(LARGEST_HEAP, onLarge(64, 1190))).isCloseTo(0.5, Offset.offset(0.001));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.7813", "16, 0.0977", "64, 0.1"})
    void firstHeaps_areOneTogether(int sharers, double percent) {
        assertThat(valueOf(FIRST_HEAP, of(sharers, 2))).isCloseTo(percent, Offset.offset(0.003));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 1", "3, 8, 3", "64, 8, 1", "2, 64, 23", "64, 64, 1"})
    void collectorThreads_areThoseOfAPartOfTheProcessors(int sharers, int processors, int threads) {
        assertThat(valueOf(COLLECTORS, of(sharers, processors))).isEqualTo(threads);
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 2", "2, 64, 15", "4, 32, 4"})
    void compilerThreads_areThoseOfAPartOfTheProcessors(int sharers, int processors, int threads) {
        assertThat(valueOf(COMPILERS, of(sharers, processors))).isEqualTo(threads);
    }

    @Test
    void whatIsTheSameForAPartOfTheMachine_isNotSaid() {
        assertThat(of(2, 1)).noneMatch(option -> option.startsWith(COLLECTORS) || option.startsWith(COMPILERS));
        assertThat(of(2, 2)).noneMatch(option -> option.startsWith(COMPILERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx1g",
                "-Xms8m",
                "-Xmn100m",
                "-XX:MaxRAMPercentage=80",
                "-XX:MaxRAM=2g",
                "-XX:MaxHeapSize=1g",
                "-XX:NewSize=100m"
            })
    void wordOfTheUserAboutHeaps_isTheOnlyOne(String option) {
        assertThat(of(8, 64, "-ea", option))
                .noneMatch(given -> given.startsWith(FIRST_HEAP) || given.startsWith(LARGEST_HEAP))
                .anyMatch(given -> given.startsWith(COLLECTORS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC",
                "-XX:ParallelGCThreads=40",
                "-XX:ConcGCThreads=40",
                "-XX:ActiveProcessorCount=4"
            })
    void wordOfTheUserAboutTheCollector_isTheOnlyOne(String option) {
        assertThat(of(8, 64, option))
                .noneMatch(given -> given.startsWith(COLLECTORS))
                .anyMatch(given -> given.startsWith(LARGEST_HEAP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:CICompilerCount=3",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation",
                "-Xint",
                "-Xcomp",
                "-XX:CompilationMode=quick-only"
            })
    void wordOfTheUserAboutCompilers_isTheOnlyOne(String option) {
        assertThat(of(8, 64, option)).noneMatch(given -> given.startsWith(COMPILERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@options", "-XX:Flags=options", "-XX:VMOptionsFile=options"})
    void fileOfOptions_mayHoldAnyWord(String option) {
        assertThat(of(8, 64, option)).isEmpty();
    }

    @Test
    void propertyOfTheProgram_isNoWordAboutTheJvm() {
        assertThat(of(8, 64, "-Dgame.RAM=-XX:MaxRAM", "-XX:+HeapDumpOnOutOfMemoryError"))
                .anyMatch(given -> given.startsWith(LARGEST_HEAP));
    }
}
