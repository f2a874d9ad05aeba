package dev.runinprocess;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of a child's end. They come and go, and a stage of the future does not go: so there is one for all. Safe for use by many threads. */
final class ExitListeners {
    private @Nullable Set<Listener> listeners;

    /** Two with the same news are two. */
    private static final class Listener {
        private final Runnable news;

        Listener(Runnable news) {
            this.news = news;
        }
    }

    /** Adds one; what is returned takes it out. */
    Runnable add(Runnable news, CompletableFuture<Integer> exit) {
        Set<Listener> all = of(exit);
        Listener listener = new Listener(news);
        all.add(listener);
        if (exit.isDone()) {
            news.run();
        }
        return () -> all.remove(listener);
    }

    private synchronized Set<Listener> of(CompletableFuture<Integer> exit) {
        Set<Listener> known = listeners;
        if (known == null) {
            Set<Listener> made = ConcurrentHashMap.newKeySet();
            listeners = made;
            Future<?> unused = exit.thenRun(() -> made.forEach(listener -> listener.news.run()));
            known = made;
        }
        return known;
    }
}
