package dev.runinprocess.benchmarks;

import java.util.Locale;

/** What a row's figures are. Programs report nanoseconds for one operation whatever the unit. */
public enum Unit {
    /** Time for one operation: less is better. */
    TIME {
        @Override
        double fromNanos(double nanos) {
            return nanos;
        }

        @Override
        String show(double nanos) {
            if (nanos < 1e3) {
                return digits(nanos) + "ns";
            }
            if (nanos < 1e6) {
                return digits(nanos / 1e3) + "µs";
            }
            return nanos < 1e9 ? digits(nanos / 1e6) + "ms" : digits(nanos / 1e9) + "s";
        }
    },
    /** Operations in a second: more is better. */
    RATE {
        @Override
        double fromNanos(double nanos) {
            return 1e9 / nanos;
        }

        @Override
        String show(double rate) {
            if (rate < 1e3) {
                return digits(rate) + "/s";
            }
            return rate < 1e6 ? digits(rate / 1e3) + "k/s" : digits(rate / 1e6) + "M/s";
        }
    },
    /** Nanoseconds on a processor in a second, as a share of one core: less is better. */
    PROCESSOR_SHARE {
        @Override
        double fromNanos(double nanos) {
            return nanos / 1e9;
        }

        @Override
        String show(double share) {
            return String.format(Locale.ROOT, "%.3f%%", share * 100);
        }
    },
    /** Bytes, which programs report as they are: less is better. */
    BYTES {
        @Override
        double fromNanos(double bytes) {
            return bytes;
        }

        @Override
        String show(double bytes) {
            return bytes < MEBIBYTE ? digits(bytes / KIBIBYTE) + "KiB" : digits(bytes / MEBIBYTE) + "MiB";
        }
    };

    private static final double KIBIBYTE = 1024;
    private static final double MEBIBYTE = 1024 * KIBIBYTE;

    /** The figure for what a program reported. */
    abstract double fromNanos(double nanos);

    /** The figure with its unit, in one word. */
    abstract String show(double figure);

    /** Three significant digits, as far as they are behind the point. */
    static String digits(double number) {
        double size = Math.abs(number);
        if (size >= 100 || number == 0) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        int places = size >= 10 ? 1 : size >= 1 ? 2 : (int) Math.ceil(-Math.log10(size)) + 2;
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }
}
