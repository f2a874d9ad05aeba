package dev.runinprocess.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JVM options as one text, which is how environment variables hold them: words between blanks. Quotes of either kind keep blanks, and the other kind of
 * quote, in a word; nothing escapes a quote.
 */
final class OptionText {
    /** The short forms of long options, whose value is always a word of its own. */
    private static final Map<String, String> LONG_FORMS =
            Map.of("-p", "--module-path", "-cp", "--class-path", "-classpath", "--class-path");

    private OptionText() {}

    /** The options of a text. An option and its value that stand as two words come as one, in the long form: {@code --name=value}. */
    static List<String> options(String text) {
        return joined(words(text));
    }

    /** Joins each long option with the word that follows it, if that is its value. */
    static List<String> joined(List<String> words) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String option = LONG_FORMS.getOrDefault(word, word);
            boolean valueFollows = option.startsWith("--")
                    && option.indexOf('=') < 0
                    && i + 1 < words.size()
                    && !words.get(i + 1).startsWith("-");
            if (valueFollows) {
                i++;
                option += "=" + words.get(i);
            }
            options.add(option);
        }
        return options;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                addTo(words, word);
            } else {
                word.append(c);
            }
        }
        addTo(words, word);
        return words;
    }

    private static void addTo(List<String> words, StringBuilder word) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** The text that has these options. */
    static String of(List<String> options) {
        return String.join(" ", options.stream().map(OptionText::quoted).toList());
    }

    private static String quoted(String word) {
        boolean plain = word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
        return plain ? word : '"' + word.replace("\"", "\"'\"'\"") + '"';
    }
}
