package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.Pipe;

/** A number that goes to another process by a pipe and comes back by it. */
final class PipeRoundTrip implements Row {
    @RunInProcess
    static void sendBackThroughPipe(Connection<Integer> end, int core) throws Exception {
        Cores.pinTo(core);
        while (true) {
            end.send(end.receive());
        }
    }

    @Override
    public String name() {
        return "pipe-round-trip";
    }

    @Override
    public String title() {
        return "pipe round trip, small";
    }

    @Override
    public String counted() {
        return "A process sends a number into a two-way pipe and receives it back from a second process, which sends back what it receives.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.05);
    }

    @Override
    public int operations() {
        return 1000;
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        try (Pipe<Integer> pipe = Pipe.of(Integer.class)) {
            Other.whileRunning(
                    SendBackThroughPipeLauncher.start(pipe.second(), run.otherCore()),
                    () -> run.batches(operations -> {
                        for (int i = 0; i < operations; i++) {
                            pipe.first().send(i);
                            pipe.first().receive();
                        }
                    }));
        }
    }
}
