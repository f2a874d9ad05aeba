package dev.runinprocess.memory;

import java.nio.file.NoSuchFileException;

/** What a serialized handle becomes again. */
enum HandleKind {
    MEMORY,
    BOOLEAN_ARRAY,
    BYTE_ARRAY,
    CHAR_ARRAY,
    DOUBLE_ARRAY,
    FLOAT_ARRAY,
    INT_ARRAY,
    LIST,
    LONG_ARRAY,
    SHORT_ARRAY;

    Object attach(SharedReference reference) throws NoSuchFileException {
        return switch (this) {
            case MEMORY -> reference.attach();
            case BOOLEAN_ARRAY -> SharedBooleanArray.ArrayCodec.INSTANCE.attach(reference);
            case BYTE_ARRAY -> SharedByteArray.ArrayCodec.INSTANCE.attach(reference);
            case CHAR_ARRAY -> SharedCharArray.ArrayCodec.INSTANCE.attach(reference);
            case DOUBLE_ARRAY -> SharedDoubleArray.ArrayCodec.INSTANCE.attach(reference);
            case FLOAT_ARRAY -> SharedFloatArray.ArrayCodec.INSTANCE.attach(reference);
            case INT_ARRAY -> SharedIntArray.ArrayCodec.INSTANCE.attach(reference);
            case LIST -> SharedList.attach(reference);
            case LONG_ARRAY -> SharedLongArray.ArrayCodec.INSTANCE.attach(reference);
            case SHORT_ARRAY -> SharedShortArray.ArrayCodec.INSTANCE.attach(reference);
        };
    }
}
