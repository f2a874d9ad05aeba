package good.generics;

import dev.runinprocess.RunInProcess;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generic records and families with concrete arguments, and wildcards. */
final class Generics {
    private Generics() {}

    record Box<T>(T value) {}

    record Pair<A, B>(A first, B second) {}

    record Arrays<T>(T[] values, List<T[]> lists) {}

    record Counted<E extends Enum<E>>(EnumMap<E, Integer> counts) {}

    record Bounded<T extends Number>(T value) {}

    enum Color {
        RED,
        GREEN
    }

    sealed interface Result<T> {}

    record Success<T>(T value) implements Result<T> {}

    record Failure<T>(String message) implements Result<T> {}

    record Swapped<A, B>(Pair<B, A> pair) {}

    sealed interface Expression<T> {}

    record IntLiteral(int value) implements Expression<Integer> {}

    record TextLiteral(String value) implements Expression<String> {}

    record Same<T>(Expression<T> value) implements Expression<T> {}

    record Listed<E>(List<E> values) implements Expression<List<E>> {}

    record Chain<T>(T value, Optional<Chain<T>> next) {}

    @RunInProcess
    static Box<String> box(Box<String> box, Box<Box<List<Integer>>> deep) {
        return new Box<>(box.value() + deep.value().value());
    }

    @RunInProcess
    static Pair<String, Integer> pair(Pair<Integer, String> pair) {
        return new Pair<>(pair.second(), pair.first());
    }

    @RunInProcess
    static Arrays<String> arrays(Arrays<String> arrays) {
        return arrays;
    }

    @RunInProcess
    static Counted<Color> counted(Counted<Color> counted) {
        return counted;
    }

    @RunInProcess
    static List<Result<String>> results(List<Result<String>> results, Result<Integer> other) {
        return results;
    }

    @RunInProcess
    static Swapped<String, Integer> swapped(Swapped<String, Integer> swapped) {
        return swapped;
    }

    @RunInProcess
    static Expression<List<Integer>> expression(Expression<Integer> number, Expression<List<Integer>> list) {
        return list;
    }

    @RunInProcess
    static Chain<String> chain(Chain<String> chain) {
        return chain;
    }

    @RunInProcess
    static List<? extends Box<? extends Result<String>>> wildcards(
            Map<String, ? extends List<? extends Box<? extends Result<String>>>> boxes) {
        return boxes.get("k");
    }

    @RunInProcess
    static int arrayOfWildcards(List<? extends Box<String>>[] lists) {
        return lists.length;
    }

    @RunInProcess
    static List<Class<? extends Number>> classes(
            Class<?>[] any, Class<? super Integer> wide, Class<Integer> exact, List<Class<? extends Number>> list) {
        return list;
    }

    @RunInProcess
    static int rows(int[]... rows) {
        return rows.length;
    }

    @RunInProcess
    static Optional<Class<?>> anyClass(List<Class<?>> classes) {
        return classes.stream().findFirst();
    }
}
