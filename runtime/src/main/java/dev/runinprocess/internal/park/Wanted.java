package dev.runinprocess.internal.park;

/**
 * One of several things that somebody waits for at a time.
 *
 * @param point where its changes are told
 * @param exclusive whether one change lets one waiter of the point go on; the same for all who wait there
 * @param attempt whether it is there
 */
public record Wanted(WaitPoint point, boolean exclusive, Attempt attempt) {
    Parking parking() {
        return point.parking();
    }
}
