package dev.runinprocess.tests.standby;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.StartMethod;
import dev.runinprocess.tests.testing.Await;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Has the classes of its argument initialised ahead, and tells where the first is. */
final class PreloadingProgram {
    /** Kept from being collected. */
    private static final Logger LIBRARY = Logger.getLogger("dev.runinprocess");

    private PreloadingProgram() {}

    /** Tells that the library has logged something. */
    private static final class Announcing extends Handler {
        private final CountDownLatch warned;

        Announcing(CountDownLatch warned) {
            this.warned = warned;
        }

        @Override
        public void publish(LogRecord message) {
            warned.countDown();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    public static void main(String[] args) throws Exception {
        CountDownLatch warned = new CountDownLatch(1);
        LIBRARY.addHandler(new Announcing(warned));
        ProcessOptions standby = ProcessOptions.defaults().startMethod(StartMethod.STANDBY);
        String property = "standby.preloaded.lock";
        Processes.preload(List.of(args[0].split(",")));
        boolean spawned =
                IsInitialisedLauncher.call(property).options(standby).start().get();
        if (args[0].contains("WithA")) {
            Await.until("there is a spare", () -> Processes.spares() == 2);
        } else {
            warned.await();
        }
        boolean here = Boolean.getBoolean(property);
        boolean ahead =
                IsInitialisedLauncher.call(property).options(standby).start().get();
        System.out.println("spawned: " + spawned + ", here: " + here + ", ahead: " + ahead);
    }
}
