package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;

class TransferableDiagnosticsTest {
    @Test
    void typeThatCanHaveNoCodec_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            @Transferable // class
                            static final class Plain {}

                            @Transferable // interface
                            interface Open {}

                            @Transferable // annotation
                            @interface Annotation {}

                            @Transferable // generic
                            record Box<T>(T value) {}

                            @Transferable // private
                            private record Hidden(int a) {}
                        }
                        """)
                .error(
                        "[transferable-type] @Transferable Plain can have no codec: a class does not say",
                        "@Transferable // class")
                .error(
                        "[transferable-type] @Transferable Open can have no codec: any class could implement it.",
                        "@Transferable // interface")
                .error("[transferable-type] @Transferable Annotation can have no codec", "@Transferable // annotation")
                .error(
                        "[transferable-type] @Transferable Box can have no codec: what it needs depends on its type arguments.",
                        "@Transferable // generic")
                .error(
                        "[transferable-type] @Transferable Hidden can have no codec: it, or a class around it, is private.",
                        "@Transferable // private")
                .only();
    }

    @Test
    void partThatCannotCross_isReportedOnceAtTheMarkedType() {
        Rejected.declarations("""
                        @Transferable
                        record Job(String name, Thread thread, Part part) {}
                        """, """
                        @Transferable
                        record Part(Job job) {}
                        """, """
                        final class Work {
                            @RunInProcess
                            static Job one(Job job) {
                                return job;
                            }

                            @RunInProcess
                            static Part two(List<Part> parts) throws Exception {
                                return TwoLauncher.invoke(parts);
                            }
                        }
                        """)
                .error("[not-transferable] record Job → component 'thread' (java.lang.Thread)", "record Job")
                .only();
    }
}
