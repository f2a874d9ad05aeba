package dev.runinprocess.internal.os;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/** Unpredictable bytes, from the kernel where it offers them: setting up {@link SecureRandom} costs a fresh JVM 15 ms. */
public final class RandomBytes {
    private RandomBytes() {}

    /** That many bytes. */
    public static byte[] next(int count) {
        try (InputStream random = new FileInputStream("/dev/urandom")) {
            byte[] bytes = random.readNBytes(count);
            if (bytes.length == count) {
                return bytes;
            }
        } catch (IOException e) {
            // Not every system has this device; every JDK has a SecureRandom.
        }
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** As many bytes in hexadecimal digits, for names. */
    public static String hex(int count) {
        StringBuilder text = new StringBuilder(2 * count);
        for (byte b : next(count)) {
            text.append(Character.forDigit((b >> 4) & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return text.toString();
    }
}
