package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;

class SerializationDiagnosticsTest {
    @Test
    void fieldThatIsNotSerializable_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            static class Legacy implements Serializable {
                                private static final long serialVersionUID = 1L;
                                @SuppressWarnings("serial")
                                final Part part = new Part();
                                transient Part ignored = new Part();
                            }

                            static final class Part {}

                            @RunInProcess
                            static void work(
                                    @UseJavaSerialization(Legacy.class) Legacy legacy) {}
                        }
                        """)
                .error(
                        "[serialization-field] Work.Legacy cannot be serialized: its field part is a p.Work.Part, which is not"
                                + " Serializable",
                        "@UseJavaSerialization")
                .only();
    }

    @Test
    void classWithItsOwnForm_mayHaveSuchAField() {
        Rejected.declarations("""
                        final class Work {
                            static class Legacy implements Serializable {
                                private static final long serialVersionUID = 1L;
                                @SuppressWarnings("serial")
                                final Part part = new Part();

                                private Object writeReplace() {
                                    return this;
                                }
                            }

                            static final class Part {}

                            @RunInProcess
                            static void work(@UseJavaSerialization(Legacy.class) Legacy legacy) {}
                        }
                        """).only();
    }

    @Test
    void privateClassInTheGraph_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            static class Legacy implements Serializable {
                                private static final long serialVersionUID = 1L;
                                final ArrayList<Part> parts = new ArrayList<>();

                                private static final class Part implements Serializable {
                                    private static final long serialVersionUID = 1L;
                                }
                            }

                            @RunInProcess
                            @UseJavaSerialization(Legacy.class)
                            static void work(Legacy legacy) {}
                        }
                        """)
                .error("[serialization-hidden] Work.Legacy.Part cannot be named in the filter", "@UseJavaSerialization")
                .only();
    }

    @Test
    void genericClass_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            @RunInProcess
                            static void work(
                                    @UseJavaSerialization(CopyOnWriteArrayList.class) CopyOnWriteArrayList<String> list) {}
                        }
                        """)
                .error("[serialization-generic] CopyOnWriteArrayList has type parameters", "@UseJavaSerialization")
                .only();
    }

    @Test
    void wideField_isWarnedOf() {
        Rejected.declarations("""
                        final class Work {
                            static class Legacy implements Serializable {
                                private static final long serialVersionUID = 1L;
                                @SuppressWarnings("serial")
                                final List<String> names = new ArrayList<>();
                            }

                            @RunInProcess
                            @UseJavaSerialization(Legacy.class)
                            static void work(Legacy legacy) {}
                        }
                        """)
                .warning(
                        "[serialization-wide-field] Work.Legacy has a field names of type List<String>",
                        "@UseJavaSerialization");
    }
}
