package dev.runinprocess.processor.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the annotation says about each launch; empty where it leaves the choice. */
public record LaunchSettings(
        Optional<String> processName,
        Optional<Boolean> daemon,
        Optional<String> maxHeap,
        List<String> jvmArgs,
        Optional<Duration> timeout) {
    /** Copies the list. */
    public LaunchSettings {
        jvmArgs = List.copyOf(jvmArgs);
    }
}
