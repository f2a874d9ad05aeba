package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import java.util.concurrent.ExecutionException;

/**
 * What a child returns, and what it throws.
 *
 * <p>Teaches: {@code get} returns the method's own type, or throws an {@link ExecutionException} whose cause is the exception that the
 * child threw. {@code invoke} declares and throws what the method declares. A stack trace goes on across the processes.
 *
 * <p>You should see, with … for frames of the library and what differs each time (and the children's own stack traces on standard error, where any Java program
 * prints what its {@code main} throws):
 *
 * <pre>{@code
 * 5 lamps are left
 * caught by its own type: only 7 lamps, not 9
 * caught as the cause: only 7 lamps, not 8
 *   at dev.runinprocess.samples.S03ResultsAndExceptions.reserve(S03ResultsAndExceptions.java:…)
 *   …
 *   at === child process 'reserve-3', pid … === started by process.main(pid …)
 *   at dev.runinprocess.samples.ReserveLauncher.start(ReserveLauncher.java:…)
 *   at dev.runinprocess.samples.S03ResultsAndExceptions.main(S03ResultsAndExceptions.java:…)
 * }</pre>
 */
public final class S03ResultsAndExceptions {
    private static final int IN_STOCK = 7;

    static final class OutOfStockException extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfStockException(String message) {
            super(message);
        }
    }

    @RunInProcess
    static int reserve(String article, int pieces) throws OutOfStockException {
        if (pieces > IN_STOCK) {
            throw new OutOfStockException("only " + IN_STOCK + " " + article + ", not " + pieces);
        }
        return IN_STOCK - pieces;
    }

    public static void main(String[] args) throws Exception {
        ChildProcess<Integer> reservation = ReserveLauncher.start("lamps", 2);
        int left = reservation.get();
        System.out.println(left + " lamps are left");

        // The compiler asks for this catch, as it would if reserve were called here.
        try {
            ReserveLauncher.invoke("lamps", 9);
        } catch (OutOfStockException e) {
            System.out.println("caught by its own type: " + e.getMessage());
        }

        // As with any Future, get wraps what was thrown elsewhere.
        try {
            ReserveLauncher.start("lamps", 8).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfStockException thrown) {
                System.out.println("caught as the cause: " + thrown.getMessage());
                for (StackTraceElement frame : thrown.getStackTrace()) {
                    System.out.println("  at " + frame);
                }
            }
        }
    }
}
