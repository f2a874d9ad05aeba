package dev.runinprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The handles of this process's children that are alive. */
final class ActiveChildren {
    private static final Set<ChildProcess<?>> ALIVE = ConcurrentHashMap.newKeySet();

    private ActiveChildren() {}

    static void add(ChildProcess<?> child) {
        ALIVE.add(child);
    }

    static void remove(ChildProcess<?> child) {
        ALIVE.remove(child);
    }

    static List<ChildProcess<?>> list() {
        List<ChildProcess<?>> children = new ArrayList<>(ALIVE);
        children.removeIf(child -> child.hasEnded());
        return children;
    }
}
