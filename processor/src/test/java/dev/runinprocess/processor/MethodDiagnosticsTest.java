package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;

class MethodDiagnosticsTest {
    @Test
    void privateMethod_isRejected() {
        Rejected.declarations("""
                        final class Reports {
                            @RunInProcess
                            private static void render(Path target) {}
                        }
                        """)
                .error(
                        "[method-private] render(Path) is private, so the child JVM cannot call it."
                                + " Make it package-private or wider.",
                        "render(Path target)")
                .only();
    }

    @Test
    void privateMethodOfInterface_isRejected() {
        Rejected.declarations("""
                        interface Reports {
                            @RunInProcess
                            private static void render() {}
                        }
                        """)
                .error("[method-private] render() is private", "render()")
                .only();
    }

    @Test
    void methodOfPrivateClass_isRejected() {
        Rejected.declarations("""
                        final class Outer {
                            private static final class Inner {
                                static final class Innermost {
                                    @RunInProcess
                                    static void work(List<String> list) {}
                                }
                            }
                        }
                        """)
                .error(
                        "[enclosing-private] work(List<String>) is out of the child JVM's reach, because Outer.Inner is"
                                + " private. Make Outer.Inner package-private or wider.",
                        "void work(")
                .only();
    }

    @Test
    void instanceMethodOfClass_isRejected() {
        Rejected.declarations("""
                        final class Reports {
                            @RunInProcess
                            void render() {}
                        }
                        """)
                .error(
                        "[method-receiver] render() is an instance method of the class Reports, so there is no object to"
                                + " call it on in the child JVM. Make it static",
                        "void render()")
                .only();
    }

    @Test
    void instanceMethodOfInterfaceOrEnum_isRejected() {
        Rejected.declarations("""
                        interface Reports {
                            @RunInProcess
                            void render();

                            @RunInProcess
                            default void print() {}
                        }
                        """, """
                        enum Color {
                            RED;

                            @RunInProcess
                            void paint() {}
                        }
                        """)
                .error("[method-receiver] render() is an instance method of the interface Reports", "void render()")
                .error("[method-receiver] print() is an instance method of the interface Reports", "void print()")
                .error("[method-receiver] paint() is an instance method of the enum Color", "void paint()")
                .only();
    }

    @Test
    void methodOfGenericRecord_isRejected() {
        Rejected.declarations("""
                        record Box<T>(T value) {
                            @RunInProcess
                            T open() {
                                return value;
                            }
                        }
                        """)
                .error(
                        "[receiver-generic] open() is a method of the generic record Box, whose type arguments are unknown"
                                + " here. Write a static method",
                        "T open()")
                .only();
    }

    @Test
    void genericMethod_isRejected() {
        Rejected.declarations("""
                        final class Copies {
                            @RunInProcess
                            static <T> T copy(T value, List<T> more) {
                                return value;
                            }
                        }
                        """)
                .error("[method-generic] copy(T, List<T>) has type parameters", "static <T> T copy(")
                .only();
    }

    @Test
    void privateTypesInSignature_areRejectedEachAtItsPlace() {
        Rejected.declarations("""
                        final class Secrets {
                            private record Secret(String text) {}

                            private static final class Failure extends Exception {
                                private static final long serialVersionUID = 1L;
                            }

                            @RunInProcess
                            static Secret tell(
                                    List<? extends Secret> secrets) // parameter
                                    throws Failure {
                                return secrets.get(0);
                            }
                        }
                        """)
                .error(
                        "[signature-private] Parameter 'secrets' names Secrets.Secret, which is private, so the generated"
                                + " launcher cannot repeat it. Make the type package-private or wider.",
                        "// parameter")
                .error("[signature-private] The result of tell(List<? extends Secrets.Secret>) names", "Secret tell(")
                .error("[signature-private] The throws clause of tell", "Secret tell(")
                .only();
    }

    @Test
    void parameterNamedLikeFinalMethodOfObject_isRejected() {
        Rejected.declarations("""
                        final class Waits {
                            @RunInProcess
                            static void pause(
                                    long wait) {}
                        }
                        """)
                .error(
                        "[parameter-name] Parameter 'wait' would give with() a method wait(long), which every object"
                                + " already has",
                        "long wait")
                .only();
    }

    @Test
    void severalMistakes_areReportedAtOnceInSourceOrder() {
        Rejected.declarations("""
                        final class Many {
                            @RunInProcess(
                                    maxHeap = "lots",
                                    timeout = "soon")
                            private static Socket many(
                                    Thread first,
                                    @Default("x")
                                    int second) {
                                return null;
                            }
                        }
                        """, """
                        final class More {
                            @RunInProcess
                            static void more(Object any) {}
                        }
                        """)
                .error("[max-heap]", "maxHeap")
                .error("[timeout]", "timeout")
                .error("[method-private]", "Socket many(")
                .error("[default-value]", "@Default")
                .error("[not-transferable] parameter 'first'", "Thread first")
                .error("[not-transferable] the result of many()", "Socket many(")
                .error("[not-transferable] parameter 'any'", "Object any")
                .only();
    }
}
