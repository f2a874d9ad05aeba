package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.io.EOFException;
import java.io.IOException;

/**
 * What a value, or bytes that should be one, are refused with. The methods promise less than they return, and codecs name no exception
 * themselves: the JVM would load its class to verify theirs, even where none is thrown.
 */
final class Refusal {
    private Refusal() {}

    /** A value that cannot cross: why, and what to do. */
    static RuntimeException of(String message) {
        return new NotTransferableException(message);
    }

    /** A value that cannot cross, and the exception that said so. */
    static RuntimeException of(String message, Throwable cause) {
        return new NotTransferableException(message, cause);
    }

    /** Bytes that no codec of ours has written. */
    static RuntimeException malformed(String why) {
        return of("The bytes received are not a value of the type expected: " + why
                + ". The two processes run different versions of the program, or the sender's memory is damaged.");
    }

    /** What came out of Java deserialization. */
    static RuntimeException whileDeserializing(Throwable thrown) {
        return thrown instanceof NotTransferableException refusal
                ? refusal
                : of("A serialized value could not be rebuilt: " + thrown, thrown);
    }

    /** What came out of reading a value: factories and constructors check what they are given. */
    static RuntimeException whileReading(RuntimeException thrown) {
        return thrown instanceof NotTransferableException
                ? thrown
                : of("A value received was refused by its own class: " + thrown, thrown);
    }

    /** What came out of an iterator. A race shows as ConcurrentModificationException, and as other exceptions, too. */
    static RuntimeException whileIterating(Object collection, RuntimeException thrown) {
        return of(
                "The elements of a " + collection.getClass().getName() + " could not be read (" + thrown
                        + "): another thread was changing it. Send a copy, or a concurrent collection.",
                thrown);
    }

    static RuntimeException containsItself(Object value) {
        return of("A value of " + value.getClass().getName()
                + " contains itself, and a copy of it would have no end. Send its parts and refer to them by a key.");
    }

    static RuntimeException nestsTooDeep(StackOverflowError thrown) {
        return of(
                "The value nests deeper than this thread's stack allows, or contains itself. Send its parts as a list, or give"
                        + " the thread a larger stack (the main thread's is set by the JVM option -Xss).",
                thrown);
    }

    static RuntimeException incomplete(boolean failed) {
        return new IllegalStateException(
                failed ? "A value could not be written, so there is no whole message." : "A value is being written.");
    }

    static IOException endsEarly(long bytes, long expected) {
        return new EOFException("The stream ended early: bytes=" + bytes + ", expected=" + expected);
    }
}
