package dev.runinprocess.tests.deaths;

import dev.runinprocess.Transferable;
import dev.runinprocess.memory.SharedLongArray;

/** A barrier's action that counts how often it ran. */
@Transferable
record CountRound(SharedLongArray numbers, int index) implements Runnable {
    @Override
    public void run() {
        numbers.getAndAdd(index, 1);
    }
}
