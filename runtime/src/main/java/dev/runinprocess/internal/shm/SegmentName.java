package dev.runinprocess.internal.shm;

import java.util.regex.Pattern;

/** What users may call a segment: nothing that could be a path, a hidden file, or a text that differs from system to system. */
public final class SegmentName {
    private static final int LONGEST = 200;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    private SegmentName() {}

    /**
     * Checks one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String check(String name) {
        if (name.length() > LONGEST || !ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException("A segment's name starts with a letter and goes on with letters, digits,"
                    + " '.', '_' and '-' of ASCII, at most " + LONGEST + " in all: " + quoted(name));
        }
        return name;
    }

    /** Readable, whatever is in it. */
    private static String quoted(String name) {
        StringBuilder text = new StringBuilder("'");
        for (int i = 0; i < Math.min(name.length(), LONGEST); i++) {
            char c = name.charAt(i);
            if (c >= ' ' && c <= '~') {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.append(name.length() > LONGEST ? "…'" : "'").toString();
    }
}
