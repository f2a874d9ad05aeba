package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueReader;

/**
 * What goes between a pool and a worker. Each kind says who sends it, and what its body is.
 *
 * @param kind one of the constants
 * @param body what follows
 */
record Message(int kind, ValueReader body) {
    /** Pool: a method that calls will name by its number. Body: {@link MethodNews}. */
    static final int METHOD = 1;

    /** Pool: calls to be done in this order. Body: one {@link Portion} behind the other. */
    static final int CALLS = 2;

    /** Pool: one call whose arguments are the next message. Body: its number and its method's. */
    static final int LARGE_CALL = 3;

    /** Pool: the arguments of the call before, as the entry point reads them. */
    static final int ARGUMENTS = 4;

    /** Worker: it is ready for calls. No body. */
    static final int READY = 5;

    /** Worker: its initializer failed, and it ends. Body: the exception. */
    static final int NOT_READY = 6;

    /** Worker: a call returned. Body: its number, the nanoseconds it took, the result. */
    static final int RETURNED = 7;

    /** Worker: a call threw, or its arguments could not be read, or its result not be written. Body: its number, the nanoseconds it took, the exception. */
    static final int THREW = 8;

    /** Worker: calls with numbers in a row returned. Body: the first number, how many, the nanoseconds they took together; of each the length of its result, and that. */
    static final int RUN_RETURNED = 9;
}
