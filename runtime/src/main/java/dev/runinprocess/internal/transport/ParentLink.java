package dev.runinprocess.internal.transport;

import java.io.Closeable;
import java.io.IOException;

/**
 * The parent's end of the control link to one child: a fifo each way. No call of its creation blocks, whether
 * the child ever opens its ends or not; and once it is {@linkplain #settle() settled}, a dead child is an end of file or a broken pipe.
 */
public final class ParentLink implements Closeable {
    private final Fifo toChild;
    private final Fifo fromChild;
    private final FrameOutput output;
    private final FrameInput input;

    private ParentLink(Fifo toChild, Fifo fromChild, FrameOutput output, FrameInput input) {
        this.toChild = toChild;
        this.fromChild = fromChild;
        this.output = output;
        this.input = input;
    }

    /**
     * Makes the fifos and opens this side.
     *
     * @throws IOException if the fifos cannot be made; nothing is left behind
     */
    public static ParentLink create(FifoSupply fifos) throws IOException {
        Fifo toChild = fifos.take();
        try {
            Fifo fromChild = fifos.take();
            try {
                return open(toChild, fromChild);
            } catch (IOException e) {
                fromChild.close();
                throw e;
            }
        } catch (IOException e) {
            toChild.close();
            throw e;
        }
    }

    private static ParentLink open(Fifo toChild, Fifo fromChild) throws IOException {
        FrameOutput output = new FrameOutput(toChild.openForWriting());
        try {
            return new ParentLink(toChild, fromChild, output, new FrameInput(fromChild.openForReading()));
        } catch (IOException e) {
            output.close();
            throw e;
        }
    }

    /** What the child opens to read. */
    public String childInputPath() {
        return toChild.path();
    }

    /** What the child opens to write. */
    public String childOutputPath() {
        return fromChild.path();
    }

    /** Frames from the child. */
    public FrameInput input() {
        return input;
    }

    /** Frames to the child. */
    public FrameOutput output() {
        return output;
    }

    /** Says that the child has opened its ends, or never will. May be called often, and by any thread. */
    public void settle() {
        toChild.close();
        fromChild.close();
    }

    @Override
    public void close() {
        settle();
        try {
            output.close();
        } catch (IOException e) {
            // Unbuffered: nothing can be lost.
        }
        try {
            input.close();
        } catch (IOException e) {
            // Reading is over.
        }
    }
}
