package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.link.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/** A method whose calls a pool does: the number by which its workers know it, and how long its calls take. Safe for use by many threads. */
final class PoolMethod {
    private static final int SLOW_CHANGE = 8;

    private final int number;
    private final TaskDefinition definition;
    private final Codec<?> codec;
    private final String displayName;

    /** A guess: threads may overwrite each other's. 0 before the first call has ended. */
    private volatile long typicalNanos;

    PoolMethod(int number, TaskDefinition definition, Codec<?> codec) {
        this.number = number;
        this.definition = definition;
        this.codec = codec;
        this.displayName = displayName(definition.signature());
    }

    private static String displayName(String signature) {
        String beforeParameters = signature.substring(0, Math.max(0, signature.indexOf('(')));
        return beforeParameters.substring(beforeParameters.lastIndexOf(' ') + 1);
    }

    int number() {
        return number;
    }

    TaskDefinition definition() {
        return definition;
    }

    /** That of its result. */
    @SuppressWarnings("unchecked") // A call's type says what its method's result is.
    <R> Codec<R> codec() {
        return (Codec<R>) codec;
    }

    /** Such as {@code Transfers.download}. */
    String displayName() {
        return displayName;
    }

    /** The parameters' names: the last word of each part of the signature's list. Commas inside of a type's arguments part nothing. */
    List<String> argumentNames() {
        String signature = definition.signature();
        String list = signature.substring(signature.indexOf('(') + 1, Math.max(signature.lastIndexOf(')'), 0));
        List<String> names = new ArrayList<>();
        int depth = 0;
        int wordStart = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? ',' : list.charAt(i);
            if (c == '<' || c == '(') {
                depth++;
            } else if (c == '>' || c == ')') {
                depth--;
            } else if (c == ' ') {
                wordStart = i + 1;
            } else if (c == ',' && depth == 0 && wordStart < i) {
                names.add(list.substring(wordStart, i));
            }
        }
        return names;
    }

    /** How long a call takes as a rule; 0 if that is not known. */
    long typicalNanos() {
        return typicalNanos;
    }

    /** Learns from a call. The first ones load classes and are compiled, so a shorter time counts for more than a longer one. From 0, which stands for what nobody measured, nothing. */
    void took(long nanos) {
        if (nanos == 0) {
            return;
        }
        long known = typicalNanos;
        long next;
        if (known == 0) {
            next = nanos;
        } else if (nanos < known) {
            next = (known + nanos) / 2;
        } else {
            next = known + (nanos - known) / SLOW_CHANGE;
        }
        typicalNanos = Math.max(1, next);
    }
}
