package dev.runinprocess.processor.read;

/** Characters as source text, readable in any encoding. */
final class CharLiterals {
    private CharLiterals() {}

    static String of(char value) {
        String inside = switch (value) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> value >= ' ' && value < 127 ? String.valueOf(value) : "\\u%04x".formatted((int) value);
        };
        return "'" + inside + "'";
    }
}
