package dev.runinprocess.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchivableOptionsTest {
    @Test
    void optionsAboutTheProgram_doNotMatter() {
        assertThat(ArchivableOptions.among(List.of("-Da=b", "-ea", "-Xss1m", "-XX:ErrorFile=/x", "-XX:+UseZGC")))
                .contains(List.of("-XX:+UseZGC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:a.jar",
                "-agentpath:a.so",
                "-XX:SharedArchiveFile=a.jsa",
                "-Xshare:off",
                "--module-path=mods",
                "--patch-module=java.base=a",
                "-Djava.system.class.loader=A"
            })
    void optionThatExcludesArchives_leavesNone(String option) {
        assertThat(ArchivableOptions.among(List.of("-ea", option))).isEmpty();
    }

    /** Up to 32 GB, references have one form. */
    @ParameterizedTest
    @CsvSource({
        "-Xmx64m, -Xmx1g",
        "-Xmx8G, -Xmx1g",
        "-Xmx500000k, -Xmx1g",
        "-Xmx4096m, -Xmx1g",
        "-Xmx99999m, -Xmx99999m",
        "-Xmx48g, -Xmx48g",
        "-Xmx50000000000, -Xmx50000000000",
        "-Xmx, -Xmx"
    })
    void heaps_differOnlyWhereReferencesDo(String option, String counted) {
        assertThat(ArchivableOptions.among(List.of(option))).contains(List.of(counted));
    }
}
