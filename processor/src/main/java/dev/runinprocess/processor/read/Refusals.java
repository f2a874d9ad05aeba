package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Why a class that is none of those that can cross cannot. */
final class Refusals {
    /** By supertype; the first that fits counts. */
    private static final Map<String, Refusal> BY_SUPERTYPE = new LinkedHashMap<>();

    static {
        because(Refusal.THREAD, "java.lang.Thread", "java.lang.ThreadGroup", "java.lang.ThreadLocal");
        because(Refusal.EXECUTOR, "java.util.concurrent.Executor", "java.util.Timer");
        because(Refusal.FUTURE, "java.util.concurrent.Future", "java.util.concurrent.CompletionStage");
        because(
                Refusal.LOCK,
                "java.util.concurrent.locks.Lock",
                "java.util.concurrent.locks.ReadWriteLock",
                "java.util.concurrent.locks.StampedLock");
        because(Refusal.CONDITION, "java.util.concurrent.locks.Condition");
        because(Refusal.SEMAPHORE, "java.util.concurrent.Semaphore");
        because(Refusal.LATCH, "java.util.concurrent.CountDownLatch");
        because(Refusal.BARRIER, "java.util.concurrent.CyclicBarrier", "java.util.concurrent.Phaser");
        because(
                Refusal.ATOMIC,
                "java.util.concurrent.atomic.AtomicBoolean",
                "java.util.concurrent.atomic.AtomicInteger",
                "java.util.concurrent.atomic.AtomicLong",
                "java.util.concurrent.atomic.DoubleAccumulator",
                "java.util.concurrent.atomic.DoubleAdder",
                "java.util.concurrent.atomic.LongAccumulator",
                "java.util.concurrent.atomic.LongAdder");
        because(
                Refusal.ATOMIC_REFERENCE,
                "java.util.concurrent.atomic.AtomicReference",
                "java.util.concurrent.atomic.AtomicReferenceArray");
        because(
                Refusal.ATOMIC_ARRAY,
                "java.util.concurrent.atomic.AtomicIntegerArray",
                "java.util.concurrent.atomic.AtomicLongArray");
        because(Refusal.MAPPED_BUFFER, "java.nio.MappedByteBuffer");
        because(Refusal.EXCHANGE, "java.util.concurrent.BlockingQueue", "java.util.concurrent.Exchanger");
        because(Refusal.SOCKET, "java.net.Socket", "java.net.ServerSocket", "java.net.DatagramSocket");
        because(
                Refusal.STREAM,
                "java.io.InputStream",
                "java.io.OutputStream",
                "java.io.Reader",
                "java.io.Writer",
                "java.io.RandomAccessFile",
                "java.util.Scanner");
        because(Refusal.CHANNEL, "java.nio.channels.Channel", "java.nio.channels.Selector");
        because(
                Refusal.CONNECTION,
                "java.sql.Connection",
                "java.sql.Statement",
                "java.sql.ResultSet",
                "javax.sql.DataSource",
                "java.net.URLConnection",
                "java.net.http.HttpClient");
        because(Refusal.PROCESS, "java.lang.Process", "java.lang.ProcessHandle");
        because(Refusal.CLASS_LOADER, "java.lang.ClassLoader", "java.lang.Module", "java.lang.ModuleLayer");
        because(Refusal.REFLECTION, "java.lang.reflect.AnnotatedElement", "java.lang.invoke.MethodHandle");
        because(Refusal.LAZY, "java.util.Iterator", "java.util.Enumeration", "java.util.stream.BaseStream");
        because(Refusal.THROWABLE, "java.lang.Throwable");
        because(Refusal.LOGGER, "java.util.logging.Logger", "java.lang.System.Logger", "org.slf4j.Logger");
        because(Refusal.COLLECTION, "java.util.Collection", "java.util.Map");
    }

    private final Compilation compilation;

    Refusals(Compilation compilation) {
        this.compilation = compilation;
    }

    private static void because(Refusal refusal, String... supertypes) {
        for (String supertype : supertypes) {
            BY_SUPERTYPE.put(supertype, refusal);
        }
    }

    Refusal refusalOf(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getQualifiedName().contentEquals("java.lang.Object")) {
            return Refusal.OBJECT;
        }
        return bySupertype(type)
                .orElseGet(() -> element.getKind().isInterface() ? ofInterface(element) : ofClass(element));
    }

    /** For a class of the JDK that is known by itself, whether sealed or not: from release to release the JDK seals more. */
    Optional<Refusal> ofKnownClass(DeclaredType type) {
        return isOfTheJdk((TypeElement) type.asElement()) ? bySupertype(type) : Optional.empty();
    }

    private Optional<Refusal> bySupertype(DeclaredType type) {
        return BY_SUPERTYPE.entrySet().stream()
                .filter(entry -> isA(type, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private boolean isA(DeclaredType type, String supertype) {
        TypeElement element = compilation.elements().getTypeElement(supertype);
        return element != null
                && compilation
                        .types()
                        .isSubtype(
                                compilation.types().erasure(type),
                                compilation.types().erasure(element.asType()));
    }

    private static Refusal ofInterface(TypeElement element) {
        if (Attributes.of(element, FunctionalInterface.class).isPresent()) {
            return Refusal.FUNCTION;
        }
        return Refusal.OPEN_INTERFACE;
    }

    private static Refusal ofClass(TypeElement element) {
        if (Members.isNested(element) && !element.getModifiers().contains(Modifier.STATIC)) {
            return Refusal.INNER_CLASS;
        }
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Refusal.ABSTRACT_CLASS;
        }
        return isOfTheJdk(element) ? Refusal.FOREIGN_CLASS : Refusal.PLAIN_CLASS;
    }

    private static boolean isOfTheJdk(TypeElement element) {
        String name = element.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("javax.");
    }
}
