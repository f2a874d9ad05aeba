package dev.runinprocess.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Notices types that need codecs without end, such as {@code record Nest<T>(T value, Nest<List<T>> next)}: on the way
 * down, the same declaration comes again and again with larger type arguments.
 */
final class GrowthWatch {
    private static final int GROWTHS_TOLERATED = 4;

    private final Deque<DeclaredType> way = new ArrayDeque<>();

    boolean isEndless(DeclaredType type) {
        int size = size(type);
        long growths = way.stream()
                .filter(earlier -> earlier.asElement().equals(type.asElement()) && size(earlier) < size)
                .count();
        return growths > GROWTHS_TOLERATED;
    }

    void enter(DeclaredType type) {
        way.push(type);
    }

    void leave() {
        way.pop();
    }

    private static int size(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return 1 + size(array.getComponentType());
        }
        if (type instanceof DeclaredType declared) {
            return 1
                    + declared.getTypeArguments().stream()
                            .mapToInt(GrowthWatch::size)
                            .sum();
        }
        return 1;
    }
}
