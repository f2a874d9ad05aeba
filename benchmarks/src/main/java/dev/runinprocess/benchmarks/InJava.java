package dev.runinprocess.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another way in Java, on the same JVM as ours. */
final class InJava implements Peer {
    private final JavaPeer peer;

    InJava(JavaPeer peer) {
        this.peer = peer;
    }

    @Override
    public String name() {
        return peer.name();
    }

    @Override
    public String description() {
        return peer.description();
    }

    /** Its classes are on the class path, or nothing here would run. */
    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public boolean compiles() {
        return true;
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(new Ours().command());
        command.add("--" + Measure.PEER);
        return command;
    }
}
