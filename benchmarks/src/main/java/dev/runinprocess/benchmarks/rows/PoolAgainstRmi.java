package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.util.Optional;

/** One call after the other, beside Java's own remote calls. */
final class PoolAgainstRmi implements Row {
    @Override
    public String name() {
        return "pool-call";
    }

    @Override
    public String title() {
        return "pool, `call`, beside RMI";
    }

    @Override
    public String counted() {
        return "A method that adds 1 to a number is called in another process: in a pool of one worker; and through a remote object of Java's RMI.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.5);
    }

    @Override
    public int operations() {
        return 1000;
    }

    @Override
    public Optional<JavaPeer> javaPeer() {
        return Optional.of(new RemoteCalls());
    }

    @Override
    public void measure(Run run) throws Exception {
        new PoolTurns(false).measure(run);
    }
}
