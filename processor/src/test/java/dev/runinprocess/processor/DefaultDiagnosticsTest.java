package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultDiagnosticsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean | yes | a value of type boolean",
                "byte | 128 | a value of type byte",
                "short | 70000 | a value of type short",
                "char | ab | a value of type char",
                "int | 3.5 | a value of type int",
                "int | 2147483648 | a value of type int",
                "Integer | `` | a value of type int",
                "long | many | a value of type long",
                "float | x | a number",
                "double | x | a number",
                "Duration | 30 | a time",
                "URI | a b | a URI",
                "java.nio.charset.Charset | klingon | a charset",
                "java.math.BigDecimal | x | a number",
                "java.time.LocalDate | 31.1.2026 | a date",
                "java.util.regex.Pattern | [ | a regular expression",
                "Locale | a b | a language tag",
                "UUID | 1 | a UUID",
            })
    void text_notOfTheType_isRejected(String type, String text, String wanted) {
        Rejected.declarations("""
                        final class Work {
                            @RunInProcess
                            static void work(
                                    @Default("%s")
                                    %s value) {}
                        }
                        """.formatted(text, type))
                .error("[default-value] @Default(\"" + text + "\") is not " + wanted, "@Default(")
                .only();
    }

    @Test
    void text_noConstant_isRejectedWithTheConstants() {
        Rejected.declarations("""
                        final class Work {
                            enum Color { RED, GREEN }

                            @RunInProcess
                            static void work(
                                    @Default("BLUE") Color color) {}
                        }
                        """)
                .error(
                        "[default-value] @Default(\"BLUE\") is not a constant of Work.Color. Write one of RED, GREEN.",
                        "@Default(")
                .only();
    }

    @Test
    void typeWithoutTextForm_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            @RunInProcess
                            static void work(
                                    @Default("a") List<String> list,
                                    @Default("1") int[] array) {}
                        }
                        """)
                .error(
                        "[default-type] @Default does not know how to read java.util.List<java.lang.String>",
                        "List<String>")
                .error("[default-type] @Default does not know how to read int[] from text", "int[] array")
                .only();
    }

    @Test
    void varargs_withDefault_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            @RunInProcess
                            static void work(
                                    @Default("a") String... rest) {}
                        }
                        """)
                .error("[default-varargs] @Default on the variable arguments 'rest' has no meaning", "@Default(")
                .only();
    }

    @Test
    void methodWithoutMark_withDefault_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            static void work(
                                    @Default("3") // of a method
                                    int retries) {}

                            Work(@Default("a") String name) {} // of a constructor

                            record Job(@Default("b") String name) {} // of a component

                            interface Jobs {
                                void run(@Default("c") String name); // of an interface
                            }
                        }
                        """)
                .error(
                        "[default-unused] @Default on the parameter 'retries' changes nothing, because work(int) is not"
                                + " marked @RunInProcess and gets no launcher. Mark the method, or remove the annotation.",
                        "// of a method")
                .error("'name' changes nothing, because a constructor is not marked", "// of a constructor")
                .error("gets no launcher. Remove the annotation.", "// of a component")
                .error("because run(String) is not marked", "// of an interface")
                .only();
    }
}
