package good.receivers;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.Transferable;
import java.io.IOException;
import java.util.List;

/** Methods of records: the counterpart of subclassing a process. */
public final class Jobs {
    private Jobs() {}

    /** A job. */
    public record Job(String name, List<Integer> numbers) {
        /** Adds the numbers up. */
        @RunInProcess
        public int sum(int offset) throws IOException {
            if (numbers.isEmpty()) {
                throw new IOException(name);
            }
            return offset + numbers.stream().mapToInt(Integer::intValue).sum();
        }

        @RunInProcess
        String nameAnd(String job, String job_) {
            return name + job + job_;
        }

        @RunInProcess
        static Job copy(Job job) {
            return job;
        }
    }

    record Class(int value) {
        @RunInProcess(launcher = "ValueOfClassLauncher")
        int valueOf() {
            return value;
        }
    }

    @Transferable
    record Marked(String text) {
        @RunInProcess(launcher = "MarkedTextLauncher")
        String textOf(String... more) {
            return text + String.join("", more);
        }
    }
}
