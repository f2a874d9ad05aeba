package good.attributes;

import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;

final class Attributes {
    private Attributes() {}

    @RunInProcess(
            launcher = "AllLauncher",
            name = "all \"of\" them",
            daemon = Daemon.YES,
            maxHeap = "64m",
            jvmArgs = {"-Xss1m", "--add-opens", "java.base/java.lang=ALL-UNNAMED"},
            timeout = "1m")
    static String all() {
        return Thread.currentThread().getName();
    }

    @RunInProcess(daemon = Daemon.NO, timeout = "PT0.5S", jvmArgs = "-ea")
    static int some() {
        return 1;
    }

    @RunInProcess(launcher = "", name = "", maxHeap = "", timeout = "", jvmArgs = {}, daemon = Daemon.INHERIT)
    static int none() {
        return 1;
    }
}
