package dev.runinprocess.processor.diagnostics;

/** Why a type's values cannot cross, and what to send instead: the second half of {@link Message#NOT_TRANSFERABLE}. */
public enum Refusal {
    THREAD("a thread belongs to its JVM", "Let the method start its own."),
    EXECUTOR("its threads belong to this JVM", "Pass what is needed to build it in the child."),
    FUTURE("it is completed by this JVM's threads", "Wait for its value here and pass that."),
    LOCK(
            "it lives in this JVM's heap, and the child would lock a copy",
            "Pass a ProcessLock or a ProcessReentrantLock."),
    CONDITION("it lives in this JVM's heap, and the child would wait on a copy", "Pass a ProcessCondition."),
    SEMAPHORE(
            "it lives in this JVM's heap, and the child would have a copy",
            "Pass a ProcessSemaphore or a BoundedProcessSemaphore."),
    LATCH("it lives in this JVM's heap, and the child would wait for a copy", "Pass a ProcessEvent."),
    BARRIER("it lives in this JVM's heap, and the child would wait at a copy", "Pass a ProcessBarrier."),
    ATOMIC(
            "it lives in this JVM's heap, and the child would change a copy",
            "Pass a SharedInt, SharedLong, SharedDouble or SharedBoolean."),
    ATOMIC_REFERENCE(
            "it lives in this JVM's heap, and the child would change a copy",
            "Pass the value, and return what becomes of it."),
    ATOMIC_ARRAY(
            "it lives in this JVM's heap, and the child would change a copy",
            "Pass a SharedIntArray or a SharedLongArray."),
    MAPPED_BUFFER("it is a mapping of this JVM", "Pass a SharedMemory, or the path of the file and map it there."),
    EXCHANGE("it lives in this JVM's heap, and the child would have a copy", "Pass a ProcessQueue."),
    SOCKET("it is a connection of this JVM", "Pass its address and connect there."),
    STREAM("it is open in this JVM", "Pass the path or the address it came from and open it there, or pass its bytes."),
    CHANNEL("it is open in this JVM", "Pass the path or the address and open it there."),
    CONNECTION("it is a connection of this JVM", "Pass what is needed to connect again in the child."),
    PROCESS("it is a handle of this JVM", "Pass the process id and use ProcessHandle.of(pid) there."),
    CLASS_LOADER("it holds classes of this JVM", "Pass the class path and load the classes there."),
    REFLECTION("it points into this JVM's classes", "Pass the class, which can cross, and the member's name."),
    LAZY("it yields its elements once, in this JVM", "Collect them into a List and pass that."),
    THROWABLE("exceptions cross when they are thrown, not as values", "Throw it, or pass its message."),
    LOGGER("it belongs to this JVM's logging", "Get the logger by its name in the child."),
    FUNCTION(
            "a lambda is code of this JVM",
            "Pass the data it captures in a record with a method, or an enum constant that stands for it."),
    OBJECT("it could hold anything", "Declare the type that is meant; a sealed interface if there are several."),
    ABSTRACT_CLASS(
            "any class could extend it",
            "Declare the type that is meant; a sealed interface of records if there are several."),
    COLLECTION(
            "this kind of collection has no codec", "Declare List, Set, Map, Queue or Deque, and copy the elements."),
    RAW("it has no type arguments, so its elements are unknown", "Write the type arguments."),
    WILDCARD("the wildcard stands for any type", "Write the type that is meant, or a bound: ? extends Shape."),
    TYPE_VARIABLE("the type variable stands for any type", "Write the type that is meant."),
    UNKNOWN_ARGUMENT(
            "its type parameters do not follow from those of the family",
            "Give it only type parameters of the family."),
    INNER_CLASS("an inner class holds on to its enclosing object", "Make it a static class, or better a record."),
    PLAIN_CLASS(
            "a class does not say which of its parts matter",
            "Make it a record, or mark it with @UseCodec, or with @UseJavaSerialization if it is Serializable."),
    OPEN_INTERFACE(
            "any class could implement it",
            "Make it sealed, with records or enums as its members, or declare the type that is meant."),
    OPEN_MEMBER("a non-sealed member of a sealed family lets any class in", "Make it a record, an enum or sealed."),
    NO_MEMBER("no member of the family fits these type arguments", "Check the type arguments."),
    FOREIGN_CLASS(
            "it has no codec",
            "Pass what is needed to build it in the child, or write a codec for it and mark this with @UseCodec.");

    private final String reason;
    private final String remedy;

    Refusal(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Why the values cannot cross. */
    public String reason() {
        return reason;
    }

    /** What to do instead. */
    public String remedy() {
        return remedy;
    }
}
