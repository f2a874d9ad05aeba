package dev.runinprocess.tests.endings;

/**
 * Many bytes, and the stage of their way at which they stop.
 *
 * @param bytes many
 * @param stopsAt one of the constants
 * @param marker the file that tells that the stage is reached
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record Staged(byte[] bytes, String stopsAt, String marker) {
    static final String NOWHERE = "nowhere";
    static final String ARGUMENT = "argument";
    static final String RESULT = "result";
}
