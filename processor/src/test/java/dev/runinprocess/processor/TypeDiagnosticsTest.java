package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeDiagnosticsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thread | Let the method start its own.",
                "ExecutorService | Pass what is needed to build it in the child.",
                "ForkJoinPool | Pass what is needed to build it in the child.",
                "CompletableFuture<String> | Wait for its value here and pass that.",
                "java.util.concurrent.locks.Lock | Pass a ProcessLock or a ProcessReentrantLock.",
                "java.util.concurrent.locks.ReentrantLock | Pass a ProcessLock or a ProcessReentrantLock.",
                "java.util.concurrent.locks.StampedLock | Pass a ProcessLock or a ProcessReentrantLock.",
                "java.util.concurrent.locks.Condition | Pass a ProcessCondition.",
                "Semaphore | Pass a ProcessSemaphore or a BoundedProcessSemaphore.",
                "CountDownLatch | Pass a ProcessEvent.",
                "CyclicBarrier | Pass a ProcessBarrier.",
                "java.util.concurrent.atomic.AtomicInteger | Pass a SharedInt, SharedLong, SharedDouble or SharedBoolean.",
                "java.util.concurrent.atomic.DoubleAdder | Pass a SharedInt, SharedLong, SharedDouble or SharedBoolean.",
                "java.util.concurrent.atomic.AtomicReference<String> | Pass the value, and return what becomes of it.",
                "java.util.concurrent.atomic.AtomicIntegerArray | Pass a SharedIntArray or a SharedLongArray.",
                "java.nio.MappedByteBuffer | Pass a SharedMemory, or the path of the file and map it there.",
                "BlockingQueue<String> | Pass a ProcessQueue.",
                "java.util.concurrent.LinkedBlockingQueue<String> | Pass a ProcessQueue.",
                "Exchanger<String> | Pass a ProcessQueue.",
                "Socket | Pass its address and connect there.",
                "InputStream | Pass the path or the address it came from and open it there, or pass its bytes.",
                "FileOutputStream | open it there",
                "BufferedReader | open it there",
                "PrintWriter | open it there",
                "java.nio.channels.FileChannel | Pass the path or the address and open it there.",
                "java.sql.Connection | Pass what is needed to connect again in the child.",
                "Process | Pass the process id",
                "ClassLoader | Pass the class path",
                "java.lang.reflect.Method | Pass the class, which can cross, and the member's name.",
                "java.lang.invoke.MethodHandle | Pass the class, which can cross, and the member's name.",
                "Iterator<String> | Collect them into a List and pass that.",
                "Stream<String> | Collect them into a List and pass that.",
                "IOException | Throw it, or pass its message.",
                "Runnable | Pass the data it captures in a record with a method",
                "Comparator<String> | Pass the data it captures in a record with a method",
                "Function<String, String> | Pass the data it captures in a record with a method",
                "Object | Declare the type that is meant",
                "Number | Declare the type that is meant",
                "CharSequence | Make it sealed, with records or enums as its members, or declare the type that is meant.",
                "CopyOnWriteArrayList<String> | Declare List, Set, Map, Queue or Deque",
                "List | Write the type arguments.",
                "List<?> | Write the type that is meant, or a bound: ? extends Shape.",
                "Map<String, ? super Integer> | Write the type that is meant, or a bound: ? extends Shape.",
                "StringBuilder | Pass what is needed to build it in the child, or write a codec",
            })
    void typeOfTheJdk_isRejectedWithItsOwnRemedy(String type, String remedy) {
        Rejected.declarations("""
                        final class Work {
                            @RunInProcess
                            @SuppressWarnings("rawtypes")
                            static void work(
                                    %s value) {}
                        }
                        """.formatted(type))
                .error(remedy, type + " value")
                .error("[not-transferable] parameter 'value' (", type + " value")
                .onlyOf(1);
    }

    @Test
    void culpritInside_showsTheWayToIt() {
        Rejected.declarations("""
                        final class Work {
                            record Job(String name, Map<String, Parts> parts) {}

                            record Parts(Box<ExecutorService[]> box) {}

                            record Box<T>(T value) {}

                            @RunInProcess
                            static void work(
                                    List<Job> jobs) {}
                        }
                        """)
                .error(
                        "[not-transferable] parameter 'jobs' → element → component 'parts' → value → component 'box' →"
                                + " component 'value' → element (java.util.concurrent.ExecutorService) cannot cross a process"
                                + " boundary: its threads belong to this JVM. Pass what is needed to build it in the child.",
                        "List<Job> jobs")
                .only();
    }

    @Test
    void culpritInAnotherFile_isReportedWhereTheUserMarkedSomething() {
        Rejected.declarations("""
                        record Job(Thread thread) {}
                        """, """
                        final class Work {
                            @RunInProcess
                            static Job work(
                                    Job job) {
                                return job;
                            }
                        }
                        """)
                .error("[not-transferable] parameter 'job' → component 'thread' (java.lang.Thread)", "Job job")
                .error(
                        "[not-transferable] the result of work() → component 'thread' (java.lang.Thread)",
                        "static Job work(")
                .only();
    }

    @Test
    void classesAndInterfaces_areRejectedForWhatTheyAre() {
        Rejected.declarations("""
                        final class Work {
                            static final class Plain {}

                            final class Inner {}

                            abstract static class Base {}

                            interface Open {}

                            sealed interface Family {}

                            record Fine() implements Family {}

                            static non-sealed class Leak implements Family {}

                            static sealed class Concrete {}

                            static final class Only extends Concrete {}

                            @RunInProcess
                            static void work(
                                    Plain plain,
                                    Inner inner,
                                    Base base,
                                    Open open,
                                    Family family,
                                    Concrete concrete) {}
                        }
                        """)
                .error(
                        "parameter 'plain' (p.Work.Plain) cannot cross a process boundary: a class does not say which of its"
                                + " parts matter. Make it a record, or mark it with @UseCodec",
                        "Plain plain")
                .error("an inner class holds on to its enclosing object. Make it a static class", "Inner inner")
                .error("any class could extend it. Declare the type that is meant", "Base base")
                .error("any class could implement it. Make it sealed", "Open open")
                .error(
                        "parameter 'family' → member Work.Leak (p.Work.Leak) cannot cross a process boundary: a non-sealed"
                                + " member of a sealed family lets any class in.",
                        "Family family")
                .error("parameter 'concrete' (p.Work.Concrete)", "Concrete concrete")
                .only();
    }

    @Test
    void familyWhoseMembersDoNotFit_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            sealed interface Expression<T> {}

                            record IntLiteral(int value) implements Expression<Integer> {}

                            sealed interface Result<T> {}

                            record Success<T, U>(T value, U more) implements Result<T> {}

                            @RunInProcess
                            static void work(
                                    Expression<String> expression,
                                    Result<String> result) {}
                        }
                        """)
                .error("no member of the family fits these type arguments. Check the type arguments.", "expression,")
                .error("its type parameters do not follow from those of the family.", "Result<String> result")
                .only();
    }

    @Test
    void endlessType_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            record Nest<T>(T value, Nest<List<T>> next) {}

                            @RunInProcess
                            static void work(
                                    Nest<String> nest) {}
                        }
                        """)
                .error("[type-endless] parameter 'nest'", "Nest<String> nest")
                .only();
    }

    @Test
    void recordOfAnotherPackage_withHiddenPart_isRejected() {
        Rejected.files("""
                        package a;

                        public record Job(Part part, Protected.Nested nested) {}
                        """, """
                        package a;

                        record Part(int a) {}
                        """, """
                        package a;

                        public class Protected {
                            protected record Nested(int a) {}
                        }
                        """, """
                        package b;

                        import a.Job;
                        import dev.runinprocess.RunInProcess;

                        final class Work {
                            @RunInProcess
                            static void work(
                                    Job job) {}
                        }
                        """)
                .error(
                        "[type-inaccessible] parameter 'job' → component 'part' (a.Part) cannot cross a process boundary:"
                                + " a.Part is package-private, out of reach for the code generated in package b. Make it"
                                + " public, or mark the type that contains it with @Transferable",
                        "Job job")
                .error(
                        "component 'nested' (a.Protected.Nested) cannot cross a process boundary: a.Protected.Nested is protected",
                        "Job job")
                .only();
    }

    @Test
    void privateComponentType_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            record Job(Part part) {}

                            private record Part(int a) {}

                            @RunInProcess
                            static void work(
                                    Job job) {}
                        }
                        """)
                .error(
                        "p.Work.Part is private, out of reach for the code generated in package p. Make it package-private",
                        "Job job")
                .only();
    }
}
