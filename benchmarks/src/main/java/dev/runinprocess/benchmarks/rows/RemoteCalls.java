package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.channel.ProcessQueue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.util.concurrent.CountDownLatch;

/** Java's remote method invocation, over TCP on this machine. */
final class RemoteCalls implements JavaPeer {
    /** What can be called from another process. */
    interface Incrementing extends Remote {
        /** Adds 1. */
        int increment(int number) throws RemoteException;
    }

    @RunInProcess
    static void export(ProcessQueue<byte[]> stubs, int core) throws Exception {
        Cores.pinTo(core);
        Incrementing object = number -> number + 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(UnicastRemoteObject.exportObject(object, 0));
        }
        stubs.put(bytes.toByteArray());
        new CountDownLatch(1).await();
        // Until here something holds on to it, or it would be no remote object any more.
        UnicastRemoteObject.unexportObject(object, true);
    }

    @Override
    public String name() {
        return "rmi";
    }

    @Override
    public String description() {
        return "RMI of JDK " + Runtime.version().feature();
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessQueue<byte[]> stubs = ProcessQueue.of(byte[].class);
        Other.whileRunning(ExportLauncher.start(stubs, run.otherCore()), () -> {
            Incrementing remote = stub(stubs.take());
            run.batches(operations -> {
                for (int i = 0; i < operations; i++) {
                    remote.increment(i);
                }
            });
        });
    }

    private static Incrementing stub(byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Incrementing) in.readObject();
        }
    }
}
