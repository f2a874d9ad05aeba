package dev.runinprocess.internal.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * This process's own standard error, byte for byte: what inheriting does, but seen by this process, which can then
 * tell a dead child's last words.
 */
final class PassThrough implements StreamSink {
    private final FileOutputStream stderr = new FileOutputStream(FileDescriptor.err);

    @Override
    public void accept(byte[] bytes, int count) {
        try {
            stderr.write(bytes, 0, count);
        } catch (IOException e) {
            // Closed or full: the child must not suffer for it, and there is nowhere left to complain.
        }
    }

    @Override
    public void end() {
        // The descriptor belongs to the process.
    }
}
