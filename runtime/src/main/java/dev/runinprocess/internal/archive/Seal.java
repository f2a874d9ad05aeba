package dev.runinprocess.internal.archive;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** What an archive's bytes have to be like: by default a JVM does not look, and may crash with others. */
final class Seal {
    private static final int BUFFER_BYTES = 1 << 16;

    private Seal() {}

    /** Of a file: its size and a checksum. */
    static String of(Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum.update(buffer, 0, count);
                bytes += count;
            }
        }
        return bytes + " " + Long.toHexString(sum.getValue());
    }
}
