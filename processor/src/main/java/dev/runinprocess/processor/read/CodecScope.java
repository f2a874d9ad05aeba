package dev.runinprocess.processor.read;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The codec marks in force at a place: for each type the nearest one. */
final class CodecScope {
    static final CodecScope EMPTY = new CodecScope(Collections.emptyNavigableMap());

    private final Map<String, CodecMark> marks;

    private CodecScope(Map<String, CodecMark> marks) {
        this.marks = marks;
    }

    /** The scope inside of an element that carries these marks: they win over those around it. */
    CodecScope with(List<CodecMark> nearer) {
        if (nearer.isEmpty()) {
            return this;
        }
        Map<String, CodecMark> merged = new TreeMap<>(marks);
        nearer.forEach(mark -> merged.put(mark.typeText(), mark));
        return new CodecScope(merged);
    }

    Optional<CodecMark> markFor(String typeText) {
        return Optional.ofNullable(marks.get(typeText));
    }

    /** Equal for scopes in which all values travel the same way. */
    String key() {
        StringBuilder key = new StringBuilder();
        marks.values().forEach(mark -> key.append(mark.structure()).append(';'));
        return key.toString();
    }
}
