package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.StartMethod;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.util.List;

/** A large array to a child and back. */
final class Data implements Row {
    private static final int NUMBERS = 1_000_000;

    @RunInProcess
    static double[] giveBack(double[] numbers) {
        numbers[0]++;
        return numbers;
    }

    @Override
    public String name() {
        return "data";
    }

    @Override
    public String title() {
        return "1 M doubles to a child and back";
    }

    @Override
    public String counted() {
        return "A parent starts a child (ours: `STANDBY`, Python: `fork`) with an array of a million doubles, of which the child changes one, and waits for the array that comes back. To start the next JVM is not counted.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.15);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE, Placement.SAME);
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        double[] numbers = new double[NUMBERS];
        ProcessOptions standby = ProcessOptions.defaults().startMethod(StartMethod.STANDBY);
        GiveBackLauncher.call(numbers).options(standby).start().join();
        run.samples(() -> {
            while (Processes.spares() < 2) {
                Thread.sleep(5);
            }
            long start = System.nanoTime();
            double[] back =
                    GiveBackLauncher.call(numbers).options(standby).start().get();
            long time = System.nanoTime() - start;
            if (back[0] != 1 || back.length != NUMBERS) {
                throw new IllegalStateException("wrong: first=" + back[0]);
            }
            return time;
        });
    }
}
