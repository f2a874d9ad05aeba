package good.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        Annotated.Part part = new Annotated.Part("t", List.of(), new int[0]);
        assertThat(EverywhereLauncher.invoke(
                        "a",
                        Map.of("k", List.of(1)),
                        new String[2],
                        part,
                        new Annotated.Box<>("e"),
                        3,
                        new Annotated.Box<>(part)))
                .isEqualTo("a{k=[1]}2te3t");
    }
}
