package good.attributes;

import static org.assertj.core.api.Assertions.assertThat;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        assertThat(AllLauncher.process().name()).startsWith("all \"of\" them");
        assertThat(AllLauncher.process().isDaemon()).isTrue();
        assertThat(SomeLauncher.process().isDaemon()).isFalse();
        assertThat(NoneLauncher.process().name()).startsWith("none");
        assertThat(AllLauncher.invoke()).startsWith("all");
    }
}
