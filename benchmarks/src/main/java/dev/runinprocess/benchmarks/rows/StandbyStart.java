package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.StartMethod;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.util.List;

/** A child in a JVM that was started ahead, from its start to its result or its end. */
final class StandbyStart implements Row {
    private final boolean toTheEnd;

    StandbyStart(boolean toTheEnd) {
        this.toTheEnd = toTheEnd;
    }

    @RunInProcess
    static int answerAtOnce(int question) {
        return question + 1;
    }

    @Override
    public String name() {
        return toTheEnd ? "standby-join" : "standby-start";
    }

    @Override
    public String title() {
        return toTheEnd ? "STANDBY `start` → `join` returns" : "STANDBY `start` → result";
    }

    @Override
    public String counted() {
        return "A parent starts a child (Python: `fork`) with an int, "
                + (toTheEnd
                        ? "takes the int that comes back, and waits for the child's end."
                        : "and waits for the int that comes back.")
                + " Ours has a JVM that was started ahead; to start the next is not counted.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.6);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE, Placement.SAME);
    }

    @Override
    public void measure(Run run) throws Exception {
        Call<Integer> call =
                AnswerAtOnceLauncher.call(41).options(ProcessOptions.defaults().startMethod(StartMethod.STANDBY));
        call.start().join();
        run.samples(() -> {
            while (Processes.spares() < 2) {
                Thread.sleep(5);
            }
            return sample(call);
        });
    }

    private double sample(Call<Integer> call) throws Exception {
        long start = System.nanoTime();
        ChildProcess<Integer> child = call.start();
        int answer = child.get();
        long result = System.nanoTime();
        child.join();
        long end = System.nanoTime();
        if (answer != 42) {
            throw new IllegalStateException("wrong: answer=" + answer);
        }
        return (toTheEnd ? end : result) - start;
    }
}
