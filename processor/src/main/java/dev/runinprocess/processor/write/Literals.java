package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;

/**
 * Literals of what users wrote, in ASCII. JavaPoet's own would break a line at each character that separates lines in some sense, such as
 * U+2028, and leave the others to the encoding that the compiler happens to write files in.
 */
final class Literals {
    private Literals() {}

    static CodeBlock of(String text) {
        StringBuilder source = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            source.append(text.charAt(i) == '"' ? "\\\"" : escaped(text.charAt(i)));
        }
        return CodeBlock.of("$L", source.append('"'));
    }

    static CodeBlock of(char character) {
        return CodeBlock.of("$L", "'" + (character == '\'' ? "\\'" : escaped(character)) + "'");
    }

    /** What stands for a character between quotes of either kind, but for the quotes. */
    private static String escaped(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                character >= ' ' && character < 127 ? String.valueOf(character) : "\\u%04x".formatted((int) character);
        };
    }
}
