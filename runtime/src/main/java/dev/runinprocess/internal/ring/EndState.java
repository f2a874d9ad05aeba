package dev.runinprocess.internal.ring;

/** What whoever made a ring knows of the processes at its ends, seen from one of them. Any thread may ask, often: answers come from a word or two. */
public interface EndState {
    /** Whether no process is at the other end, nor will be. From then on, all that was written there can be seen. */
    boolean isOtherGone();

    /** Whether this process has left this end. Who waits there does not go on. */
    boolean isLeft();
}
