package dev.runinprocess.internal.launch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of options for the {@code java} launcher, which is how a class path of any length gets to it. */
final class ArgumentFile {
    private ArgumentFile() {}

    /** Writes the options, each on a line of its own, in quotes. */
    static void write(Path file, List<String> options) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String option : options) {
            text.append('"');
            for (int i = 0; i < option.length(); i++) {
                text.append(escaped(option.charAt(i)));
            }
            text.append("\"\n");
        }
        Files.write(file, text.toString().getBytes(launcherCharset()));
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            default -> String.valueOf(c);
        };
    }

    /** The launcher hands bytes on, and the JVM reads them as it reads file names. */
    private static Charset launcherCharset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
