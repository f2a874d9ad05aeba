package dev.runinprocess.internal.shm;

import dev.runinprocess.failure.LimitReachedException;
import java.util.Arrays;

/**
 * A growing number of cells of one object, each a value that belongs to a process or one of its threads. Safe for use by many threads and processes.
 *
 * <pre>
 *   0  address of the next block; 0 if there is none
 *   8  unused
 *  16  cell 0: owner word; 0 if it is free
 *  24  cell 0: value; 0 if it is free
 *  32  cell 1 …
 * </pre>
 */
public final class Cells {
    /*
     * A cell changes hands by a compare-and-set of its owner word, and its value is 0 whenever it is free: who gives it back clears the value first. So
     * a cell whose owner died is one of: just claimed or just cleared (value 0, nothing is owed), or with a value that says what the dead
     * had; what becomes of that is the object's business. Blocks are linked by a compare-and-set and never unlinked.
     */
    private static final int HEADER = 16;
    private static final int CELL_BYTES = 16;
    private static final int VALUE = 8;
    private static final int CELLS_PER_BLOCK = 63;

    /** Every number of a cell has at most so many bits. */
    public static final int INDEX_BITS = 14;

    /** A bound for the walk over them, and so for what a mistake can cost. */
    private static final int MAX_CELLS = 1 << INDEX_BITS;

    private final Commons commons;
    private final int firstCells;
    private volatile Block[] blocks;

    private record Block(Place place, int at, int firstIndex, int cells) {
        Words words() {
            return place.words();
        }
    }

    /**
     * The cells of an object.
     *
     * @param object the object
     * @param offset where in it the first of them are
     * @param firstCells how many those are
     */
    public Cells(Place object, int offset, int firstCells) {
        this.commons = object.commons();
        this.firstCells = firstCells;
        this.blocks = new Block[] {new Block(object, object.at() + offset, 0, firstCells)};
    }

    /** How many bytes so many take in the object. */
    public static int bytes(int firstCells) {
        return HEADER + firstCells * CELL_BYTES;
    }

    /** How many there are now; those at lower numbers stay where they are. */
    public int count() {
        Block[] known = blocks;
        Block last = known[known.length - 1];
        while (last.words().acquire(last.at()) != 0) {
            last = follow(last);
        }
        return last.firstIndex() + last.cells();
    }

    private synchronized Block follow(Block last) {
        Block[] known = blocks;
        int next = indexOf(known, last) + 1;
        if (next < known.length) {
            return known[next];
        }
        Place place = commons.place(last.words().acquire(last.at()));
        Block block = new Block(place, place.at(), last.firstIndex() + last.cells(), CELLS_PER_BLOCK);
        Block[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = block;
        blocks = more;
        return block;
    }

    private static int indexOf(Block[] known, Block block) {
        int index = known.length - 1;
        while (known[index].firstIndex() != block.firstIndex()) {
            index--;
        }
        return index;
    }

    private Block block(int cell) {
        int index = cell < firstCells ? 0 : 1 + (cell - firstCells) / CELLS_PER_BLOCK;
        Block[] known = blocks;
        if (index >= known.length) {
            int unused = count();
            known = blocks;
        }
        return known[index];
    }

    private static int at(Block block, int cell) {
        return block.at() + HEADER + (cell - block.firstIndex()) * CELL_BYTES;
    }

    /** A cell's owner; 0 if it is free. */
    public long owner(int cell) {
        Block block = block(cell);
        return block.words().acquire(at(block, cell));
    }

    /** A cell's value. */
    public long value(int cell) {
        Block block = block(cell);
        return block.words().acquire(at(block, cell) + VALUE);
    }

    /** Where a cell's value lies, for a {@link Guard} and for who needs it often. */
    public Place valuePlace(int cell) {
        Block block = block(cell);
        int value = at(block, cell) + VALUE;
        return new Place(
                commons, block.place().address() + value - block.place().at(), block.words(), value);
    }

    /** Writes a cell's value. */
    public void value(int cell, long value) {
        Block block = block(cell);
        block.words().release(at(block, cell) + VALUE, value);
    }

    /** Writes a cell's value in place of an expected one, or nothing. */
    public boolean compareAndSetValue(int cell, long expected, long value) {
        Block block = block(cell);
        return block.words().compareAndSet(at(block, cell) + VALUE, expected, value);
    }

    /** Hands a cell from an expected owner to another, with its value, or does nothing. */
    public boolean compareAndSetOwner(int cell, long expected, long owner) {
        Block block = block(cell);
        return block.words().compareAndSet(at(block, cell), expected, owner);
    }

    /**
     * Takes a free cell; its value is 0.
     *
     * @throws dev.runinprocess.failure.LimitReachedException if there are as many as one object can have
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for more
     */
    public int claim(long owner) {
        int cell = 0;
        while (true) {
            for (int count = count(); cell < count; cell++) {
                if (owner(cell) == 0 && compareAndSetOwner(cell, 0, owner)) {
                    Failpoints.pass(Failpoint.CELL_CLAIMED);
                    return cell;
                }
            }
            grow();
        }
    }

    private void grow() {
        Block[] known = blocks;
        Block last = known[known.length - 1];
        if (last.firstIndex() + last.cells() + CELLS_PER_BLOCK > MAX_CELLS) {
            throw new LimitReachedException(
                    "Too many threads wait for one object, or too many processes use it", MAX_CELLS, null);
        }
        Place more = commons.allocate(bytes(CELLS_PER_BLOCK));
        Failpoints.pass(Failpoint.CELLS_MADE);
        // Who links second has wasted its block.
        boolean unused = last.words().compareAndSet(last.at(), 0, more.address());
    }

    /** Gives a cell back. Only its owner may, or who found that one dead. */
    public void free(int cell) {
        value(cell, 0);
        Failpoints.pass(Failpoint.CELL_CLEARED);
        Block block = block(cell);
        block.words().release(at(block, cell), 0);
    }
}
