package dev.runinprocess.samples.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A document, with what a test can check of it. */
public final class MarkdownFile {
    private static final String FENCE = "```";
    private static final Pattern CODE_SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern RELATIVE_LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");

    private final List<String> lines;

    private MarkdownFile(List<String> lines) {
        this.lines = lines;
    }

    /** Reads one. */
    public static MarkdownFile read(Path file) throws IOException {
        return new MarkdownFile(Files.readAllLines(file));
    }

    /**
     * A fenced block.
     *
     * @param language what stands behind the opening fence
     * @param line the number of the opening fence's line, from 1
     * @param text what the block shows
     */
    public record Block(String language, int line, String text) {}

    /** Its lines. */
    public List<String> lines() {
        return lines;
    }

    /** Its fenced blocks in a language. */
    public List<Block> blocksOf(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int opening = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(FENCE)) {
                continue;
            }
            if (opening < 0) {
                opening = i;
            } else {
                String text = String.join("\n", lines.subList(opening + 1, i)) + "\n";
                blocks.add(new Block(lines.get(opening).substring(FENCE.length()), opening + 1, text));
                opening = -1;
            }
        }
        return blocks;
    }

    /** The code spans of a line or more. */
    public static List<String> codeSpansIn(String text) {
        return find(CODE_SPAN, text);
    }

    /** The code spans outside of its fenced blocks. */
    public List<String> codeSpans() {
        return codeSpansIn(prose());
    }

    /** The links to other files of the project. */
    public List<String> relativeLinks() {
        return find(RELATIVE_LINK, prose());
    }

    private String prose() {
        return String.join("\n", lines).replaceAll("(?ms)^```.*?^```$", "");
    }

    private static List<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
