package dev.runinprocess.tests.endings;

import dev.runinprocess.internal.protocol.HelloFrame;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.transport.FrameInput;
import dev.runinprocess.internal.transport.FrameOutput;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;

/** A child's end of the control link without the manners of the real one: it says whatever a test wants. */
final class RawChild {
    private final FrameInput input;
    private final OutputStream output;

    private RawChild(FrameInput input, OutputStream output) {
        this.input = input;
        this.output = output;
    }

    /** Opens the link that a child's command line names, until the process ends. */
    static RawChild open(String[] commandLine) throws IOException {
        RandomAccessFile fromParent = new RandomAccessFile(commandLine[0], "rw");
        RandomAccessFile toParent = new RandomAccessFile(commandLine[1], "rw");
        return new RawChild(
                new FrameInput(new FileInputStream(fromParent.getFD())), new FileOutputStream(toParent.getFD()));
    }

    /** Says the hello that {@link HandMade} expects. */
    RawChild sayHello() throws IOException {
        return sayHello(HelloFrame.CURRENT_VERSION);
    }

    /** Says a hello in some version of the protocol. */
    RawChild sayHello(int version) throws IOException {
        return write(new HelloFrame(version, HandMade.FINGERPRINT, HandMade.SIGNATURE).toRaw());
    }

    /** Reads the parent's answer. */
    RawChild readOrder() throws IOException {
        if (input.read() == null) {
            throw new IOException("the parent has no order");
        }
        return this;
    }

    /** Writes a frame. */
    RawChild write(RawFrame frame) throws IOException {
        new FrameOutput(output).write(frame);
        return this;
    }

    /** Writes bytes that need not be a frame. */
    RawChild writeBytes(byte[] bytes) throws IOException {
        output.write(bytes);
        return this;
    }
}
