package dev.runinprocess.channel;

/** Something of another kind to wait for, which tells by itself when it is ready. It need not stay so: another thread may take what was there. */
public non-sealed interface Announcing extends Waitable {
    /**
     * Tells somebody when it is ready.
     *
     * @param news to be run once it is ready, in any thread, once or more often; soon also if it is ready already. It takes no time and throws nothing
     * @return what to run when nobody wants to know any more
     */
    Runnable announce(Runnable news);
}
