package dev.runinprocess.samples.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the comment in a sample's source says that one should see. In a line, {@code …} stands for what differs each time; alone in a line it stands for any lines.
 */
public final class ExpectedOutput {
    private static final String INTRODUCTION = "You should see";
    private static final String START = " * <pre>{@code";
    private static final String END = " * }</pre>";
    private static final String MARGIN = " * ";
    private static final String ANYTHING = "…";

    private ExpectedOutput() {}

    /** The pattern of all outputs that the comment allows. */
    public static Pattern statedIn(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source).stream()
                .dropWhile(line -> !line.contains(INTRODUCTION))
                .dropWhile(line -> !line.equals(START))
                .skip(1)
                .takeWhile(line -> !line.equals(END))
                .map(line -> line.substring(Math.min(line.length(), MARGIN.length())))
                .toList();
        if (lines.isEmpty()) {
            throw new AssertionError(source + " does not say what one should see.");
        }
        return Pattern.compile(lines.stream().map(ExpectedOutput::pattern).collect(Collectors.joining()));
    }

    private static String pattern(String line) {
        if (line.strip().equals(ANYTHING)) {
            return "(?:.*\\n)*?";
        }
        return Stream.of(line.split(ANYTHING, -1)).map(Pattern::quote).collect(Collectors.joining(".+", "", "\\n"));
    }
}
