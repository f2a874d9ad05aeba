package dev.runinprocess.processor.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shape of all types that a launch can send, as text: a line for each. Two programs whose lines agree understand
 * each other's bytes.
 */
final class Structure {
    /** Changes when generated codecs write the same shape as other bytes. */
    private static final String WIRE_FORMAT = "format 1";

    private static final int FINGERPRINT_BYTES = 16;

    private final Set<String> lines = new TreeSet<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> broken = new HashSet<>();

    void add(String line) {
        lines.add(line);
    }

    /** Whether the type is seen for the first time, so that its parts have yet to be described. */
    boolean enter(String typeText) {
        return entered.add(typeText);
    }

    /** Notes that something is wrong with a type that was entered. */
    void markBroken(String typeText) {
        broken.add(typeText);
    }

    boolean isBroken(String typeText) {
        return broken.contains(typeText);
    }

    /** The hash of all lines below the signature. */
    String fingerprint(String signature) {
        String text = WIRE_FORMAT + "\n" + signature + "\n" + String.join("\n", lines);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
