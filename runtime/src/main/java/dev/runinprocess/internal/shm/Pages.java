package dev.runinprocess.internal.shm;

/** When the pages of a segment get their memory. */
public enum Pages {
    /** All of them when it is created, so that no later store can fail for lack of it. */
    RESERVED,

    /** Each at the first store into it. */
    SPARSE
}
