package dev.runinprocess.tests.api;

import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;

/** Options for children whose complaints are for the test only. */
final class Quiet {
    static final ProcessOptions OPTIONS = ProcessOptions.defaults().stderr(Output.capture());

    private Quiet() {}
}
