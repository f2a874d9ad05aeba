package dev.runinprocess.tests.standby;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.StartMethod;
import dev.runinprocess.tests.testing.Await;

/** Has JVMs started ahead, tells how many there are each time that changes, and ends as its argument says. */
final class WaitingProgram {
    private WaitingProgram() {}

    public static void main(String[] args) throws Exception {
        ProcessOptions standby = ProcessOptions.defaults().startMethod(StartMethod.STANDBY);
        for (int i = 0; i < 3; i++) {
            IncrementLauncher.call(1).options(standby).start().get();
        }
        if (args[0].equals("none")) {
            return;
        }
        int limit =
                Math.min(Integer.getInteger("runinprocess.spares", 2), Integer.getInteger("runinprocess.maxSpares", 8));
        Await.until("there are spares", () -> Processes.spares() == limit);
        System.out.println("spares " + limit);
        switch (args[0]) {
            case "return" -> {}
            case "exit" -> System.exit(3);
            case "halt" -> Runtime.getRuntime().halt(4);
            case "throw" -> throw new IllegalStateException("main throws");
            case "stay" -> {
                Await.until("there are none", () -> Processes.spares() == 0);
                System.out.println("spares 0");
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
