package dev.runinprocess.processor.diagnostics;

import javax.tools.Diagnostic;

/**
 * The catalogue of what users can be told. Each text says what is wrong, why that cannot work, and what to do. The ids
 * are stable; {@code docs/diagnostics.md} has a section for each.
 */
public enum Message {
    METHOD_PRIVATE(
            "method-private", "%s is private, so the child JVM cannot call it. Make it package-private or wider."),

    METHOD_GENERIC(
            "method-generic",
            "%s has type parameters, so the compiler cannot tell what would cross the process boundary."
                    + " Replace them by concrete types, with one method for each combination you need."),

    METHOD_RECEIVER(
            "method-receiver",
            "%s is an instance method of %s, so there is no object to call it on in the child JVM."
                    + " Make it static and pass what it needs, or make it a method of a record, which travels."),

    RECEIVER_GENERIC(
            "receiver-generic",
            "%s is a method of the generic record %s, whose type arguments are unknown here."
                    + " Write a static method that takes the record with concrete type arguments."),

    ENCLOSING_PRIVATE(
            "enclosing-private",
            "%s is out of the child JVM's reach, because %s is private. Make %2$s package-private or wider."),

    SIGNATURE_PRIVATE(
            "signature-private",
            "%s names %s, which is private, so the generated launcher cannot repeat it."
                    + " Make the type package-private or wider."),

    EXCEPTION_CONSTRUCTOR(
            "exception-constructor",
            Diagnostic.Kind.WARNING,
            "%s declares %s, which %s, so the parent would get a ChildException in its place. %s, or suppress this with"
                    + " @SuppressWarnings(\"exception-constructor\")."),

    PARAMETER_NAME(
            "parameter-name",
            "Parameter '%s' would give with() a method %s, which every object already has and nobody can override."
                    + " Rename the parameter."),

    NOT_TRANSFERABLE("not-transferable", "%s cannot cross a process boundary: %s. %s"),

    TYPE_INACCESSIBLE(
            "type-inaccessible",
            "%s cannot cross a process boundary: %s is %s, out of reach for the code generated in package %s. %s"),

    TYPE_ENDLESS(
            "type-endless",
            "%s cannot cross a process boundary: the type grows with each level of nesting, so it would need codecs"
                    + " without end. Let the type refer to itself with the same type arguments."),

    CODEC_MISSING(
            "codec-missing",
            "%s cannot cross a process boundary: it is marked @Transferable, but its codec %s is not on the class path."
                    + " Compile %s with the annotation processor of RunInProcess."),

    TYPE_MISSING(
            "type-missing",
            "%s cannot cross a process boundary: the type is not on the class path, so nobody knows what it consists of."
                    + " Add the library that has it."),

    LAUNCHER_NAME(
            "launcher-name",
            "launcher = \"%s\" is no simple class name that a launcher can have. Use letters and digits, such as \"%s\","
                    + " without a package."),

    LAUNCHER_CLASH(
            "launcher-clash",
            "%s and %s would both get the class %s. Rename one launcher: @RunInProcess(launcher = \"%s\")."),

    CODEC_NAME(
            "codec-name",
            "codec = \"%s\" is no simple class name. Use letters and digits, such as \"%s\", without a package."),

    CODEC_CLASH(
            "codec-clash", "%s and %s would both get the class %s. Rename one codec: @Transferable(codec = \"%s\")."),

    TYPE_CLASH(
            "type-clash",
            "The class %s that would be generated from %s exists already, and there cannot be two. Rename that class, or the"
                    + " generated one: %s."),

    FILE_WRITE("file-write", "The file of %s could not be written: %s. Check the directory for generated sources."),

    PROCESS_NAME(
            "process-name",
            "name = \"%s\" cannot name a process: it is blank or has control characters, which break listings of"
                    + " processes. Use printable text, or leave the attribute out."),

    MAX_HEAP(
            "max-heap",
            "maxHeap = \"%s\" is not a size that -Xmx takes. Write a whole number above 0 and a unit, such as \"256m\" or"
                    + " \"2g\"."),

    JVM_ARGS(
            "jvm-args",
            "jvmArgs has \"%s\", which java would take for %s. Write one option in each element, each starting with '-'."),

    TIMEOUT(
            "timeout",
            "timeout = \"%s\" is not a time above 0. Write \"500ms\", \"30s\", \"5m\", \"2h\" or an ISO duration such as"
                    + " \"PT1M30S\"."),

    DEFAULT_VALUE("default-value", "@Default(\"%s\") is not %s. Write %s."),

    DEFAULT_TYPE(
            "default-type",
            "@Default does not know how to read %s from text. Overload the method yourself, or use a type that has a text"
                    + " form."),

    DEFAULT_VARARGS(
            "default-varargs",
            "@Default on the variable arguments '%s' has no meaning, since they may be left out anyway."
                    + " Remove the annotation."),

    DEFAULT_UNUSED(
            "default-unused",
            "@Default on the parameter '%s' changes nothing, because %s is not marked @RunInProcess and gets no launcher. %s"),

    CODEC_CLASS("codec-class", "%s cannot serve as a codec: %s. %s"),

    CODEC_DUPLICATE(
            "codec-duplicate", "%s is marked twice here, so it is not clear how it travels. Remove one of the marks."),

    CODEC_UNUSED(
            "codec-unused",
            "This mark is for %s, which %s does not contain, so it changes nothing. Remove it, or put it where that type"
                    + " occurs."),

    SERIALIZATION_FIELD(
            "serialization-field",
            "%s cannot be serialized: its field %s is a %s, which is not Serializable, so each attempt would fail."
                    + " Send the parts that matter as a record, or write a codec and mark it with @UseCodec."),

    SERIALIZATION_HIDDEN(
            "serialization-hidden",
            "%s cannot be named in the filter that serialized values pass, because %s is private."
                    + " Make it package-private or wider."),

    SERIALIZATION_GENERIC(
            "serialization-generic",
            "%s has type parameters, and Java serialization does not know its type arguments."
                    + " Send a class without type parameters, or write a codec and mark it with @UseCodec."),

    SERIALIZATION_WIDE_FIELD(
            "serialization-wide-field",
            Diagnostic.Kind.WARNING,
            "%s has a field %s of type %s, which any class could implement; the filter refuses those it does not know."
                    + " Name them: @UseJavaSerialization(value = %s.class, allow = …), or suppress this with"
                    + " @SuppressWarnings(\"serialization-wide-field\")."),

    TRANSFERABLE_TYPE("transferable-type", "@Transferable %s can have no codec: %s. %s"),

    PROCESSOR_PATH(
            "processor-path",
            "The annotation processor of RunInProcess cannot work without %s, which its path lacks. Add what is missing there, beside"
                    + " the processor's; Maven and Gradle do so where they are given the processor as a dependency, not as a"
                    + " file."),

    INTERNAL_ERROR(
            "internal-error",
            "The annotation processor of RunInProcess failed on %s. This is a bug in it, not in your code."
                    + " Please report it with this trace:%n%s");

    private final String id;
    private final Diagnostic.Kind kind;
    private final String text;

    Message(String id, String text) {
        this(id, Diagnostic.Kind.ERROR, text);
    }

    Message(String id, Diagnostic.Kind kind, String text) {
        this.id = id;
        this.kind = kind;
        this.text = text;
    }

    /** The id in front of the text, by which people find and quote it. */
    public String id() {
        return id;
    }

    /** Whether it stops the compilation. */
    public boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    Diagnostic.Kind kind() {
        return kind;
    }

    String format(Object... facts) {
        return "[" + id + "] " + String.format(text, facts);
    }
}
