package dev.runinprocess.internal.launch;

/** A class could not be initialised in a JVM that was started ahead. To try again is of no use. */
final class PreloadFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PreloadFailedException(String problem) {
        super(problem);
    }
}
