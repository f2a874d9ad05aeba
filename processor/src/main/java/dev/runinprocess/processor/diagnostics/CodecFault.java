package dev.runinprocess.processor.diagnostics;

/** What is wrong with a user's codec class, and what to do: the second half of {@link Message#CODEC_CLASS}. */
public enum CodecFault {
    PRIVATE("it, or a class around it, is private", "Make it package-private or wider."),
    ABSTRACT("it is abstract", "Name a class that can be created."),
    INNER("an inner class needs an enclosing object", "Make it static."),
    NO_CONSTRUCTOR(
            "it has no constructor without parameters that generated code can call, and no constant INSTANCE",
            "Add one of the two; the constructor must not be private and must not declare exceptions.");

    private final String reason;
    private final String remedy;

    CodecFault(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
