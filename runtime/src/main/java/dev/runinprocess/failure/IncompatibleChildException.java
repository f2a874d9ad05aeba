package dev.runinprocess.failure;

/**
 * A child whose code is not the one its launcher was generated with: a stale jar, a class path of another build, or another version of
 * this library. It was ended before it ran anything.
 */
public final class IncompatibleChildException extends ChildDiedException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what differs and what to do. */
    public IncompatibleChildException(String difference, DeathReport report) {
        super(difference + "\n" + report.describe(), report);
    }
}
