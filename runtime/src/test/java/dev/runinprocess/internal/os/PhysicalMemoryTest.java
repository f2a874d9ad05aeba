package dev.runinprocess.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhysicalMemoryTest {
    @Test
    void total_isReadFromTheKernelsList() {
        assertThat(PhysicalMemory.bytes(List.of("Other:  7 kB", "MemTotal:       24664008 kB", "MemFree: 5 kB")))
                .isEqualTo(24664008L * 1024);
    }

    @Test
    void withoutTheLine_itCountsAsTooMuchForAnyAssumption() {
        assertThat(PhysicalMemory.bytes(List.of("MemFree: 5 kB"))).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"'8589934592\n', 8589934592", "'max\n', 9223372036854775807", "'', 9223372036854775807"})
    void limitOfAContainer_isReadIfThereIsOne(String text, long bytes, @TempDir Path directory) throws IOException {
        assertThat(PhysicalMemory.limit(Files.writeString(directory.resolve("limit"), text)))
                .isEqualTo(bytes);
        assertThat(PhysicalMemory.limit(directory.resolve("none"))).isEqualTo(Long.MAX_VALUE);
    }
}
