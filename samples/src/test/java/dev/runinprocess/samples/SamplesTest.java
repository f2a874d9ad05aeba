package dev.runinprocess.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.samples.testing.ExpectedOutput;
import dev.runinprocess.samples.testing.Repository;
import dev.runinprocess.samples.testing.SampleRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sample prints what its comment says, and leaves nothing behind. */
final class SamplesTest {
    private static final String SOURCES = "samples/src/main/java/";
    private static final Pattern NUMBERED = Pattern.compile("S\\d\\d");

    @TempDir
    private Path scratch;

    @Test
    void everySample_hasATest() throws Exception {
        List<String> samples = Repository.files(SOURCES + "dev/runinprocess/samples", ".java").stream()
                .map(file -> NUMBERED.matcher(file.getFileName().toString()))
                .filter(number -> number.lookingAt())
                .map(number -> number.group().toLowerCase(Locale.ROOT))
                .toList();
        List<String> tests = Arrays.stream(getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName().split("_", -1)[0])
                .toList();
        assertThat(samples).isNotEmpty().doesNotHaveDuplicates();
        assertThat(tests).containsAll(samples);
    }

    @Test
    void s01_runsDownloadAndUploadAtTheSameTime_inThreeProcesses() throws Exception {
        String output = run(S01DownloadAndUpload.class).stdout();
        assertThat(all("process (\\d+)", output)).hasSize(3).doesNotHaveDuplicates();
        List<Double> seconds =
                all("([\\d.]+) seconds", output).stream().map(Double::valueOf).toList();
        double pacedSecondsOfBoth = 3.2;
        assertThat(seconds).hasSize(2);
        assertThat(seconds.get(1)).isGreaterThanOrEqualTo(pacedSecondsOfBoth);
    }

    @Test
    void s02_givesArgumentsInEachWay() throws Exception {
        run(S02Arguments.class);
    }

    @Test
    void s03_catchesWhatTheChildThrew_whichTheChildPrints() throws Exception {
        SampleRun run = run(S03ResultsAndExceptions.class);
        assertThat(run.stderr()).contains("OutOfStockException: only 7 lamps, not 9", "only 7 lamps, not 8");
    }

    @Test
    void s04_survivesACrash() throws Exception {
        SampleRun run = run(S04CrashSurvived.class);
        assertThat(run.stderr()).contains("The disk is on fire.");
    }

    @Test
    void s05_runsARecordInEachProcess() throws Exception {
        run(S05RecordsAsProcesses.class);
    }

    @Test
    void s06_nestsChildren() throws Exception {
        assertThat(all("pid (\\d+)", run(S06NestedChildren.class).stdout()))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void s07_appliesOptions() throws Exception {
        assertThat(run(S07OptionsOfALaunch.class).stderr()).contains("OutOfMemoryError");
    }

    @Test
    void s08_sendsValuesWithStructure() throws Exception {
        run(S08ValuesThatCross.class);
    }

    @Test
    void s09_controlsProcesses() throws Exception {
        run(S09ControlOfAProcess.class);
    }

    @Test
    void s10_countsUnderALock() throws Exception {
        run(S10CounterUnderALock.class);
    }

    @Test
    void s11_survivesTheHolderOfALock() throws Exception {
        assertThat(run(S11HolderKilled.class).stderr()).contains("A process died while it held a lock");
    }

    @Test
    void s12_computesOverSharedMemory() throws Exception {
        run(S12SharedArray.class);
    }

    @Test
    void s13_countsEachWordOnce() throws Exception {
        run(S13WordCount.class, "10");
    }

    @Test
    void s14_streamsPartialResults_untilNobodyListens() throws Exception {
        run(S14PartialResults.class);
    }

    @Test
    void s15_letsTwoProgramsTalk() throws Exception {
        assertThat(run(S15TwoPrograms.class).stderr()).contains("does not know the listener's key");
    }

    @Test
    void s16_findsAllPrimes() throws Exception {
        assertThat(run(S16PrimesWithProgress.class, "8").stdout()).contains("primes below 8 million: 539777");
    }

    @Test
    void s17_losesOneThumbnailToACrash() throws Exception {
        assertThat(run(S17Thumbnails.class, "6").stdout()).contains("5 thumbnails");
    }

    @Test
    void s18_stopsWhenPreciseEnough() throws Exception {
        run(S18MonteCarlo.class, "3");
    }

    private SampleRun run(Class<?> sample, String... arguments) throws Exception {
        SampleRun run = SampleRun.of(sample, scratch, arguments);
        Path source = Repository.path(SOURCES + sample.getName().replace('.', '/') + ".java");
        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stdout()).matches(ExpectedOutput.statedIn(source));
        assertThat(run.leftBehind()).isEmpty();
        return run;
    }

    private static List<String> all(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
