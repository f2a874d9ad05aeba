package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Patience;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One thread's waiting for what others bring: with open eyes for a moment, then asleep. */
final class Looking {
    private final Patience patience = new Patience();
    private volatile @Nullable Thread sleeper;

    /** Waits until something holds, which a volatile variable tells. */
    void await(BooleanSupplier holds) throws InterruptedException {
        if (patience.sees(new Condition(holds))) {
            return;
        }
        sleeper = Thread.currentThread();
        try {
            while (!holds.getAsBoolean()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.park(this);
            }
        } finally {
            sleeper = null;
        }
    }

    /** It may hold now. */
    void look() {
        Thread sleeping = sleeper;
        if (sleeping != null) {
            LockSupport.unpark(sleeping);
        }
    }

    private record Condition(BooleanSupplier holds) implements Attempt {
        @Override
        public boolean succeeds() {
            return holds.getAsBoolean();
        }

        @Override
        public boolean isPromising() {
            return holds.getAsBoolean();
        }
    }
}
