package dev.runinprocess.tests.stress;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that never stops launching children, some of which launch their own. */
final class KilledParents {
    private KilledParents() {}

    @RunInProcess
    static byte[] work(int millis, byte[] load) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
        return load;
    }

    @RunInProcess
    static byte[] delegate(int millis, byte[] load) throws Exception {
        return WorkLauncher.invoke(millis, load);
    }

    public static void main(String[] args) throws Exception {
        byte[] load = new byte[300_000];
        System.out.println("running");
        for (int round = 0; ; round++) {
            List<ChildProcess<byte[]>> children = new ArrayList<>();
            children.add(WorkLauncher.start(round % 50, load));
            children.add(DelegateLauncher.start(round % 70, load));
            for (ChildProcess<byte[]> child : children) {
                child.get();
            }
            System.out.println("round " + (round + 1));
        }
    }
}
