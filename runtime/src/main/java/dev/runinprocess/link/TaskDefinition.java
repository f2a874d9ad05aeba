package dev.runinprocess.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an annotated method says of itself: its names, its fingerprint, and the attributes of its annotation. Immutable.
 */
public final class TaskDefinition {
    private final String methodName;
    private final Class<?> entryPoint;
    private final String signature;
    private final String fingerprint;
    private final Attributes attributes;

    private TaskDefinition(
            String methodName, Class<?> entryPoint, String signature, String fingerprint, Attributes attributes) {
        this.methodName = methodName;
        this.entryPoint = entryPoint;
        this.signature = signature;
        this.fingerprint = fingerprint;
        this.attributes = attributes;
    }

    /** The annotation's attributes, as far as they are set. */
    private record Attributes(
            Optional<String> processName,
            Optional<Boolean> daemon,
            Optional<String> maxHeap,
            List<String> jvmArgs,
            Optional<Duration> timeout) {}

    /** Defines a method without attributes. */
    public static TaskDefinition of(String methodName, Class<?> entryPoint, String signature, String fingerprint) {
        Attributes none =
                new Attributes(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        return new TaskDefinition(methodName, entryPoint, signature, fingerprint, none);
    }

    private TaskDefinition with(Attributes changed) {
        return new TaskDefinition(methodName, entryPoint, signature, fingerprint, changed);
    }

    /** Returns a definition whose children have this name. */
    public TaskDefinition processName(String name) {
        return with(new Attributes(
                Optional.of(name), attributes.daemon, attributes.maxHeap, attributes.jvmArgs, attributes.timeout));
    }

    /** Returns a definition whose children are daemons, or are not, whatever their parent is. */
    public TaskDefinition daemon(boolean daemon) {
        return with(new Attributes(
                attributes.processName,
                Optional.of(daemon),
                attributes.maxHeap,
                attributes.jvmArgs,
                attributes.timeout));
    }

    /** Returns a definition whose children have this maximum heap, as {@code -Xmx} takes it. */
    public TaskDefinition maxHeap(String size) {
        return with(new Attributes(
                attributes.processName, attributes.daemon, Optional.of(size), attributes.jvmArgs, attributes.timeout));
    }

    /** Returns a definition whose children's JVMs get these further options. */
    public TaskDefinition jvmArgs(String... arguments) {
        return with(new Attributes(
                attributes.processName, attributes.daemon, attributes.maxHeap, List.of(arguments), attributes.timeout));
    }

    /** Returns a definition whose children may run this long. */
    public TaskDefinition timeout(Duration timeout) {
        return with(new Attributes(
                attributes.processName,
                attributes.daemon,
                attributes.maxHeap,
                attributes.jvmArgs,
                Optional.of(timeout)));
    }

    /** The method's simple name. */
    public String methodName() {
        return methodName;
    }

    /** The class whose {@code main} runs in the child. */
    public Class<?> entryPoint() {
        return entryPoint;
    }

    /** The method's signature as a person would write it. */
    public String signature() {
        return signature;
    }

    /** What the entry point must have, too. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The children's name, if the annotation gives one. */
    public Optional<String> processName() {
        return attributes.processName;
    }

    /** Whether the children are daemons, if the annotation says so. */
    public Optional<Boolean> daemon() {
        return attributes.daemon;
    }

    /** The children's maximum heap, if the annotation gives one. */
    public Optional<String> maxHeap() {
        return attributes.maxHeap;
    }

    /** Further options of the children's JVMs. */
    public List<String> jvmArgs() {
        return attributes.jvmArgs;
    }

    /** How long the children may run, if the annotation says so. */
    public Optional<Duration> timeout() {
        return attributes.timeout;
    }
}
