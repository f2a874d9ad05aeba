package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Javac;
import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions that the parent could not build again. */
class ExceptionDiagnosticsTest {
    private static final String PROGRAM = """
            package p;

            import dev.runinprocess.RunInProcess;
            import java.io.IOException;

            final class Work {
                %s class Failure extends Exception {
                    private static final long serialVersionUID = 1L;
                    %s
                }

                @RunInProcess
                %s
                static void work(String text) throws IOException, Failure {} // here
            }
            """;

    private static String program(String constructors) {
        return PROGRAM.formatted("static", constructors, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Failure(int code) { super(\"code=\" + code); }",
                "Failure(int code, String text) { super(text); } Failure() {}",
                "Failure(String first, String second) { super(first + second); }",
                "Failure(Throwable first, Throwable second) { super(first); }",
                "Failure(Object text) { super(text.toString()); } Failure(Throwable cause) { super(cause); }"
            })
    void exceptionWithoutConstructorForItsMessage_isWarnedOf(String constructors) {
        Rejected.files(program(constructors))
                .warning(
                        "[exception-constructor] work(String) declares Work.Failure, which has no constructor with just a"
                                + " message, or a message and a cause, so the parent would get a ChildException in its"
                                + " place. Add such a constructor, or suppress this with"
                                + " @SuppressWarnings(\"exception-constructor\").",
                        "// here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "private Failure(String text) { super(text); } Failure(int code) { this(\"code=\" + code); }",
                "Failure(IOException cause, String text) { super(text, cause); }",
                "Failure() { super(\"always the same\"); } Failure(Throwable cause) { super(cause); }",
                "<T extends Exception> Failure(String text, T cause) { super(text, cause); }"
            })
    void exceptionThatCanBeBuiltAgain_isFine(String constructors) {
        Javac.program(program(constructors));
    }

    @Test
    void innerClass_isWarnedOf() {
        Rejected.files(PROGRAM.formatted("", "Failure(String text) { super(text); }", ""))
                .warning(
                        "[exception-constructor] work(String) declares Work.Failure, which cannot be created without its"
                                + " enclosing object, so the parent would get a ChildException in its place. Make it static,"
                                + " or suppress this",
                        "// here");
    }

    @Test
    void abstractClass_isFine() {
        Javac.program(PROGRAM.formatted("abstract static", "Failure(int code) {}", ""));
    }

    @Test
    void warning_canBeSuppressed() {
        Javac.program(
                PROGRAM.formatted("static", "Failure(int code) {}", "@SuppressWarnings(\"exception-constructor\")"));
    }
}
