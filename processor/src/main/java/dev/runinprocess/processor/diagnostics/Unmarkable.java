package dev.runinprocess.processor.diagnostics;

/** Why a type marked {@code @Transferable} can have no codec: the second half of {@link Message#TRANSFERABLE_TYPE}. */
public enum Unmarkable {
    CLASS(
            "a class does not say which of its parts matter",
            "Make it a record, or write a codec and mark the class with @UseCodec instead."),
    INTERFACE("any class could implement it", "Make it sealed, with records or enums as its members."),
    GENERIC(
            "what it needs depends on its type arguments",
            "Remove the mark; each place that sends it gets a codec for the type arguments there."),
    PRIVATE("it, or a class around it, is private", "Make it package-private or wider, or remove the mark.");

    private final String reason;
    private final String remedy;

    Unmarkable(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What is in the way. */
    public String reason() {
        return reason;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
