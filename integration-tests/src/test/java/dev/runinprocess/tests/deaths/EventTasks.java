package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessEvent;

/** What the processes of {@link EventCases} do. */
final class EventTasks {
    /** The numbers on the board. */
    static final int PARKED = 0;

    static final int COMING = 1;

    private EventTasks() {}

    /** Waits for the event; whether it is set afterwards. */
    @RunInProcess
    static boolean awaitEvent(ProcessEvent event, Board board) throws InterruptedException {
        Parked.tell(board, PARKED);
        board.set(COMING, 1);
        event.await();
        return event.isSet();
    }

    @RunInProcess
    static void setEvent(ProcessEvent event) {
        event.set();
    }
}
