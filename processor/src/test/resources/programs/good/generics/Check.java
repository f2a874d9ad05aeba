package good.generics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.failure.NotTransferableException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        assertThat(BoxLauncher.invoke(
                        new Generics.Box<>("a"), new Generics.Box<>(new Generics.Box<>(List.of(1, 2)))))
                .isEqualTo(new Generics.Box<>("a[1, 2]"));
        assertThat(PairLauncher.invoke(new Generics.Pair<>(1, "b"))).isEqualTo(new Generics.Pair<>("b", 1));
        Generics.Counted<Generics.Color> counted =
                new Generics.Counted<>(new EnumMap<>(Map.of(Generics.Color.RED, 3)));
        assertThat(CountedLauncher.invoke(counted)).isEqualTo(counted);
        Generics.Swapped<String, Integer> swapped = new Generics.Swapped<>(new Generics.Pair<>(1, "x"));
        assertThat(SwappedLauncher.invoke(swapped)).isEqualTo(swapped);
        Generics.Chain<String> chain =
                new Generics.Chain<>("a", Optional.of(new Generics.Chain<>("b", Optional.empty())));
        assertThat(ChainLauncher.invoke(chain)).isEqualTo(chain);
        families();
        arrays();
        wildcards();
    }

    private static void families() throws Exception {
        List<Generics.Result<String>> results =
                List.of(new Generics.Success<>("s"), new Generics.Failure<>("f"));
        assertThat(ResultsLauncher.invoke(results, new Generics.Success<>(1))).isEqualTo(results);
        Generics.Listed<Integer> list = new Generics.Listed<>(List.of(1, 2));
        assertThat(ExpressionLauncher.invoke(new Generics.Same<>(new Generics.IntLiteral(1)), new Generics.Same<>(list)))
                .isEqualTo(new Generics.Same<>(list));
    }

    private static void arrays() throws Exception {
        Generics.Arrays<String> arrays = ArraysLauncher.invoke(
                new Generics.Arrays<>(new String[] {"a"}, List.<String[]>of(new String[] {"b"})));
        String[] values = arrays.values();
        assertThat(values).containsExactly("a");
        assertThat(arrays.lists().get(0)).containsExactly("b");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void wildcards() throws Exception {
        List<Generics.Box<Generics.Success<String>>> boxes = List.of(new Generics.Box<>(new Generics.Success<>("s")));
        List<? extends Generics.Box<? extends Generics.Result<String>>> returned =
                WildcardsLauncher.invoke(Map.of("k", boxes));
        assertThat((Object) returned).isEqualTo(boxes);
        assertThat(ArrayOfWildcardsLauncher.invoke(new List[] {List.of(new Generics.Box<>("a"))})).isEqualTo(1);
        assertThat(ClassesLauncher.invoke(
                        new Class<?>[] {String.class}, Number.class, int.class, List.of(Integer.class, Long.class)))
                .isEqualTo(List.of(Integer.class, Long.class));
        List<Class<? extends Number>> wrong = (List<Class<? extends Number>>) (List<?>) List.of(String.class);
        assertThatThrownBy(() -> ClassesLauncher.invoke(new Class<?>[0], Object.class, Integer.class, wrong))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("java.lang.String is no subclass of java.lang.Number");
        assertThat(RowsLauncher.invoke(new int[] {1}, new int[] {2, 3})).isEqualTo(2);
        assertThat(RowsLauncher.with().invoke()).isEqualTo(0);
        assertThat(AnyClassLauncher.invoke(List.of(String.class)).orElseThrow()).isEqualTo(String.class);
    }
}
