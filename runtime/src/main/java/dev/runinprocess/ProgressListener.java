package dev.runinprocess;

/** Somebody who is told how far tasks of a {@link ProcessPool} are: a progress bar, a log. See {@link ProcessPool#withProgress}. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Tells how far they are. Called about ten times a second while tasks are in the pool's hands; once more before a task, or all of a map, gives its result; and at the end of a stream. That is
     * on threads of the library's and on those of callers, by one at a time, each time with news that are no older than the last. What this throws goes to the library's log.
     */
    void progressed(Progress progress);
}
