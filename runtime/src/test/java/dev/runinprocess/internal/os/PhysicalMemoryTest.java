package dev.runinprocess.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
