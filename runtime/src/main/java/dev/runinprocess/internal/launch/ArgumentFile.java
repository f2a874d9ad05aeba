package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.session.SessionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of options for the {@code java} launcher, which is how a class path of any length gets to it. */
final class ArgumentFile {
    private ArgumentFile() {}

    /**
     * Writes the options, each on a line of its own, in quotes.
     *
     * @throws LaunchException if an option cannot be written
     */
    static void write(Path file, List<String> options) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String option : options) {
            content.writeBytes(encoded(line(option)));
        }
        try {
            Files.write(file, content.toByteArray());
        } catch (IOException e) {
            throw new LaunchException(
                    "Cannot write the child's options to " + file + ": " + e
                            + ". Free some space there, or name another place with -D"
                            + SessionSettings.TEMPORARY_DIRECTORY + "=….",
                    e);
        }
    }

    private static String line(String option) {
        StringBuilder line = new StringBuilder("\"");
        for (int i = 0; i < option.length(); i++) {
            line.append(escaped(option.charAt(i)));
        }
        return line.append("\"\n").toString();
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
    private static byte[] encoded(String line) {
        Charset charset = launcherCharset();
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(line));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new LaunchException(
                    "The child's option " + line.strip()
                            + " has characters that this process's locale does not: charset=" + charset
                            + ". Set one that has them, such as LC_ALL=C.UTF-8.",
                    e);
        }
    }

    private static Charset launcherCharset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
