package dev.runinprocess.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JVM options in environment variables, such as {@code JAVA_TOOL_OPTIONS}: words, with quotes around blanks. */
final class EnvironmentOptions {
    /** What each JVM reads by itself. */
    static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private static final List<String> DEBUGGER = List.of("-agentlib:jdwp", "-Xrunjdwp", "-Xdebug");

    private EnvironmentOptions() {}

    /** The words of a variable's value; none if it is not set. */
    static List<String> tokens(@Nullable String value) {
        List<String> tokens = new ArrayList<>();
        if (value == null) {
            return tokens;
        }
        StringBuilder token = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                addTo(tokens, token);
            } else {
                token.append(c);
            }
        }
        addTo(tokens, token);
        return tokens;
    }

    private static void addTo(List<String> tokens, StringBuilder token) {
        if (token.length() > 0) {
            tokens.add(token.toString());
            token.setLength(0);
        }
    }

    /** Takes the debugger out of a child's environment: two JVMs cannot listen on one port. */
    static void removeDebugger(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            List<String> tokens = tokens(environment.get(variable));
            if (tokens.removeIf(token -> DEBUGGER.stream().anyMatch(token::startsWith))) {
                environment.put(
                        variable,
                        String.join(
                                " ",
                                tokens.stream().map(EnvironmentOptions::quoted).toList()));
            }
        }
    }

    private static String quoted(String token) {
        boolean blank = token.chars().anyMatch(Character::isWhitespace);
        return blank ? (token.contains("\"") ? "'" + token + "'" : "\"" + token + "\"") : token;
    }
}
