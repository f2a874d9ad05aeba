package dev.runinprocess;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far tasks of a {@link ProcessPool} are, at one moment. Tasks that were cancelled do not count, as if nobody had ever asked for them.
 *
 * @param succeeded how many have returned
 * @param failed how many have not: what they called threw, their worker died, or their time was over
 * @param total how many there will be; empty as long as nobody knows, because the inputs are no {@link java.util.Collection} and their end has not come
 * @param elapsed how long ago the first of them was given to the pool
 */
public record Progress(long succeeded, long failed, OptionalLong total, Duration elapsed) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** How many have ended, one way or the other. */
    public long ended() {
        return succeeded + failed;
    }

    /** How many have ended per second; 0 at the very beginning. */
    public double perSecond() {
        return elapsed.isZero() ? 0 : ended() * NANOS_PER_SECOND / elapsed.toNanos();
    }

    /** How long the rest will take if it goes on as it went so far; empty as long as nobody can know. */
    public Optional<Duration> timeLeft() {
        if (total.isEmpty() || (ended() == 0 && total.getAsLong() > 0)) {
            return Optional.empty();
        }
        double left = total.getAsLong() - ended();
        return Optional.of(left == 0 ? Duration.ZERO : Duration.ofNanos((long) (elapsed.toNanos() * (left / ended()))));
    }

    /** Whether all that there will be has ended. */
    public boolean isComplete() {
        return total.isPresent() && total.getAsLong() == ended();
    }
}
