package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import java.nio.file.NoSuchFileException;

/** The codec of arrays of one type: which memory, and what part of it. */
abstract class SharedArrayCodec<A extends SharedArray> implements Codec<A> {
    private final int elementBytes;

    SharedArrayCodec(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    /** Makes the array. */
    abstract A over(SharedArray.Part part);

    /** The array that a reference means. */
    final A attach(SharedReference reference) throws NoSuchFileException {
        return over(SharedArray.Part.arrived(reference.attach(), reference, elementBytes));
    }

    @Override
    public final void write(ValueWriter out, A value) {
        value.reference().write(out);
    }

    @Override
    public final A read(ValueReader in) {
        SharedReference reference = SharedReference.read(in);
        try {
            return attach(reference);
        } catch (NoSuchFileException e) {
            throw reference.refusal(e);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new NotTransferableException("This is no part of the shared memory it names: " + reference, e);
        }
    }
}
