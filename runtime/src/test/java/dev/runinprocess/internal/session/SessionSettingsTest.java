package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.AuthKey;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.SpareLimits;
import dev.runinprocess.internal.protocol.StartRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionSettingsTest {
    private static final StartRules RULES = new StartRules(true, new SpareLimits(1, 2, 3), List.of("a.B"));

    @AfterEach
    void clearProperties() {
        System.clearProperty(SessionSettings.TEMPORARY_DIRECTORY);
        System.clearProperty(SessionSettings.SHARED_DIRECTORY);
        System.clearProperty(SessionSettings.MAX_DEPTH);
        System.clearProperty(SessionSettings.MAX_PROCESSES);
    }

    @Test
    void fromProperties_withNoneSet_givesTheDefaults() {
        SessionSettings settings = SessionSettings.fromProperties();

        assertThat(settings.temporaryBase()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        assertThat(settings.sharedBase()).isEqualTo(Path.of("/dev/shm"));
        assertThat(settings.maxDepth()).isEqualTo(16);
        assertThat(settings.maxProcesses()).isEqualTo(256);
    }

    @Test
    void fromProperties_givesWhatTheySay_inAbsolutePaths() {
        System.setProperty(SessionSettings.TEMPORARY_DIRECTORY, "some/where");
        System.setProperty(SessionSettings.SHARED_DIRECTORY, "/else/where");
        System.setProperty(SessionSettings.MAX_DEPTH, " 3 ");
        System.setProperty(SessionSettings.MAX_PROCESSES, "500");

        SessionSettings settings = SessionSettings.fromProperties();

        assertThat(settings.temporaryBase())
                .isEqualTo(Path.of("some/where").toAbsolutePath())
                .isAbsolute();
        assertThat(settings.sharedBase()).isEqualTo(Path.of("/else/where"));
        assertThat(settings.maxDepth()).isEqualTo(3);
        assertThat(settings.maxProcesses()).isEqualTo(500);
    }

    @Test
    void fromProperties_withADepthThatIsNoNumber_saysWhichProperty() {
        System.setProperty(SessionSettings.MAX_DEPTH, "deep");

        assertThatThrownBy(SessionSettings::fromProperties)
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(SessionSettings.MAX_DEPTH)
                .hasMessageContaining("deep");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void settings_withoutAnyDepth_areRefused(int depth) {
        assertThatThrownBy(
                        () -> new SessionSettings(Path.of("/tmp"), Path.of("/dev/shm"), depth, 256, StartRules.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxDepth=" + depth);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 4097})
    void settings_withAnImpossibleNumberOfProcesses_areRefused(int processes) {
        assertThatThrownBy(() ->
                        new SessionSettings(Path.of("/tmp"), Path.of("/dev/shm"), 16, processes, StartRules.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxProcesses=" + processes);
    }

    @Test
    void besides_aSessionWithTwoDirectories_usesTheirBases() {
        SessionSettings settings =
                SessionSettings.besides(identity("/a/runinprocess-1-00000000", "/b/runinprocess-1-1"));

        assertThat(settings).isEqualTo(new SessionSettings(Path.of("/a"), Path.of("/b"), 7, 9, RULES));
    }

    @Test
    void besides_aSessionWithOneDirectory_looksForASharedBaseAgain() {
        SessionSettings settings = SessionSettings.besides(identity("/a/runinprocess-1-00", "/a/runinprocess-1-00"));

        assertThat(settings).isEqualTo(new SessionSettings(Path.of("/a"), Path.of("/dev/shm"), 7, 9, RULES));
    }

    private static Identity identity(String directory, String sharedDirectory) {
        AuthKey key = new AuthKey(new byte[0]);
        return new Identity(
                "c", 2, false, true, 1, "main", 1, 1, 7, 9, directory, sharedDirectory, key, List.of(), RULES);
    }
}
