package dev.runinprocess.benchmarks;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** What a row has to reach. */
public final class Target {
    private final Kind kind;
    private final double limit;

    private Target(Kind kind, double limit) {
        this.kind = kind;
        this.limit = limit;
    }

    /** At most so many times the peer's figure. */
    public static Target atMost(double timesThePeers) {
        return new Target(Kind.RATIO_AT_MOST, timesThePeers);
    }

    /** At least so many times the peer's figure. */
    public static Target atLeast(double timesThePeers) {
        return new Target(Kind.RATIO_AT_LEAST, timesThePeers);
    }

    /** At most this share of one core, whatever the peer needs. */
    public static Target shareAtMost(double share) {
        return new Target(Kind.SHARE_AT_MOST, share);
    }

    /** Nothing: it is measured to be known. */
    public static Target none() {
        return new Target(Kind.NONE, 0);
    }

    /** Whether it is reached; nothing can be said about a ratio without a peer. */
    Verdict judge(double ours, OptionalDouble ratio) {
        if (kind == Kind.SHARE_AT_MOST) {
            return Verdict.of(ours <= limit);
        }
        if (kind == Kind.NONE || ratio.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return Verdict.of(kind == Kind.RATIO_AT_MOST ? ratio.getAsDouble() <= limit : ratio.getAsDouble() >= limit);
    }

    /** How many times faster than the peer it asks us to be; nothing if it does not compare. */
    OptionalDouble speedUp() {
        return switch (kind) {
            case RATIO_AT_MOST -> OptionalDouble.of(1 / limit);
            case RATIO_AT_LEAST -> OptionalDouble.of(limit);
            case SHARE_AT_MOST, NONE -> OptionalDouble.empty();
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case RATIO_AT_MOST -> "≤" + plain();
            case RATIO_AT_LEAST -> "≥" + plain();
            case NONE -> "none";
            case SHARE_AT_MOST ->
                "≤" + BigDecimal.valueOf(limit * 100).stripTrailingZeros().toPlainString() + "%";
        };
    }

    private String plain() {
        return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }

    private enum Kind {
        RATIO_AT_MOST,
        RATIO_AT_LEAST,
        SHARE_AT_MOST,
        NONE
    }
}
