package dev.runinprocess.internal.shm;

/**
 * Where an object lies: its address, which is the same in all processes of a session, and the words that this process sees there.
 *
 * @param commons the memory it lies in
 * @param address its address, never 0
 * @param words mapped memory
 * @param at the object's first byte in them
 */
public record Place(Commons commons, long address, Words words, int at) {
    /** What lies in the object, so many bytes from its first. */
    public Place part(int offset) {
        return new Place(commons, address + offset, words, at + offset);
    }
}
