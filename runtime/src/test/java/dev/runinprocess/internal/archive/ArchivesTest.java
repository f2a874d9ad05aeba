package dev.runinprocess.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the properties say may be no path, and no launch is to fail for that. */
final class ArchivesTest {
    private final String home = System.getProperty("user.home");

    @AfterEach
    void clear() {
        System.setProperty("user.home", home);
        System.clearProperty(ArchiveSettings.ARCHIVE);
        System.clearProperty(ArchiveSettings.DIRECTORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {ArchiveSettings.ARCHIVE, ArchiveSettings.DIRECTORY})
    void placeThatIsNoPath_meansNoArchive(String property) {
        System.setProperty(property, "no\0path");

        assertThat(Archives.options(List.of("--class-path=a.jar"), "Main", Path.of("list")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", ""})
    void userWithoutAHome_hasNoArchives(String unknown) {
        String cache = System.getenv("XDG_CACHE_HOME");
        Assumptions.assumeFalse(cache != null && cache.startsWith("/"), "there is another place");
        System.setProperty("user.home", unknown);

        assertThat(ArchiveSettings.current().mode()).isEqualTo(ArchiveSettings.Mode.OFF);
    }
}
