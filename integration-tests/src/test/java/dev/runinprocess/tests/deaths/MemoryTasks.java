package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessLock;
import java.util.ArrayList;
import java.util.List;

/** What the processes of {@link MemoryCases} do. */
final class MemoryTasks {
    private MemoryTasks() {}

    /** Creates locks that nobody else has had. */
    @RunInProcess
    static boolean create(int count) {
        List<ProcessLock> locks = new ArrayList<>();
        boolean allWereFree = true;
        for (int i = 0; i < count; i++) {
            ProcessLock lock = ProcessLock.create();
            allWereFree &= lock.tryLock();
            locks.add(lock);
        }
        locks.forEach(ProcessLock::unlock);
        return allWereFree;
    }
}
