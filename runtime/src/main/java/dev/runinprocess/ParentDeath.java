package dev.runinprocess;

/** What a child does when the process that started it dies. */
public enum ParentDeath {
    /** It ends, within a second, with all that it started. */
    END,

    /**
     * It goes on. It is not waited for and not terminated when its parent ends; its result is lost; a stream that passes through the parent is at its end.
     */
    OUTLIVE
}
