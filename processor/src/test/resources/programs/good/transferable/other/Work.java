package good.transferable.other;

import dev.runinprocess.RunInProcess;
import good.transferable.Job;
import java.util.Map;

/** Uses the marked record from another package. */
public final class Work {
    private Work() {}

    /** Returns what it is given. */
    @RunInProcess
    public static Map<String, Job> work(Map<String, Job> jobs) {
        return jobs;
    }
}
