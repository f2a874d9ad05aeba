package dev.runinprocess.tests.deaths;

import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import java.time.Duration;

/** The children that live on. */
final class Survivors {
    /** A thousand times what it takes. */
    static final Duration SOON = Duration.ofSeconds(10);

    /** They live for a moment, in which a second compiler has little to do but costs a lot. The collector stays: the JDK's own archive has objects that only that one takes as they are. */
    private static final ProcessOptions QUIET =
            ProcessOptions.defaults().stderr(Output.capture()).jvmArgs("-XX:TieredStopAtLevel=1");

    /** They learn of a death from the parent of the dead or never. */
    static final ProcessOptions TOLD = QUIET.systemProperty("runinprocess.lookAroundMillis", "3600000");

    /** They look for themselves, as is the default. */
    static final ProcessOptions LOOKING = QUIET;

    private Survivors() {}
}
