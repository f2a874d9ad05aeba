package dev.runinprocess.internal.park;

/**
 * The calling thread among those who wait for something.
 *
 * @param list those who wait there
 * @param waiter what stands for the thread in the list
 */
record Stay(Wanted wanted, WaitList list, WaitList.Waiter waiter) {
    Parking parking() {
        return wanted.parking();
    }

    WaitPoint point() {
        return wanted.point();
    }
}
