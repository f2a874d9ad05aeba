package dev.runinprocess.samples.testing;

import java.util.Arrays;
import java.util.List;

/**
 * Java that a document shows: parts of one source file in their order, with {@code …} between them for what is left out.
 */
public final class Snippet {
    private final List<String> parts;

    /** Reads one. */
    public Snippet(String text) {
        this.parts = Arrays.stream(text.split("…"))
                .map(Snippet::normalised)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether a source file has it; how each sets blanks and breaks lines does not matter. */
    public boolean isIn(String source) {
        String text = normalised(source);
        int from = 0;
        for (String part : parts) {
            int found = text.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return !parts.isEmpty();
    }

    private static String normalised(String code) {
        return code.replaceAll("\\s+", "");
    }
}
